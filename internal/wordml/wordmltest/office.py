"""Accepts and rejects all changes in Word documents through LibreOffice.

Reads paths from standard input, one a line, and prints a JSON list of
{"old": {"text", "notes", "styles"}, "new": {...}}, one a path. One LibreOffice serves
them all. A document that cannot be opened gives {"error": "..."}.
"""
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

import uno
from com.sun.star.beans import PropertyValue


def hidden():
    value = PropertyValue()
    value.Name, value.Value = "Hidden", True
    return (value,)


def connect(pipe):
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext(
        "com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(300):
        try:
            return resolver.resolve("uno:pipe,name=%s;urp;StarOffice.ComponentContext" % pipe)
        except Exception:
            time.sleep(0.2)
    sys.exit("LibreOffice did not start within a minute")


def read(desktop, dispatcher, url, command):
    document = desktop.loadComponentFromURL(url, "_blank", 0, hidden())
    if document is None:
        return {"error": "LibreOffice could not open it"}
    try:
        dispatcher.executeDispatch(document.CurrentController.Frame, command, "", 0, ())
        notes = document.Footnotes
        return {
            "text": document.Text.getString(),
            "notes": [notes.getByIndex(i).getString() for i in range(notes.Count)],
            "styles": {p.getString(): p.ParaStyleName for p in document.Text.createEnumeration()
                       if p.supportsService("com.sun.star.text.Paragraph")},
        }
    finally:
        document.close(True)


def main():
    profile = tempfile.mkdtemp()
    pipe = "reprise%d" % os.getpid()
    office = subprocess.Popen(
        ["soffice", "-env:UserInstallation=" + pathlib.Path(profile).as_uri(), "--headless",
         "--norestore", "--nologo", "--accept=pipe,name=%s;urp;" % pipe],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        context = connect(pipe)
        create = context.ServiceManager.createInstanceWithContext
        desktop = create("com.sun.star.frame.Desktop", context)
        dispatcher = create("com.sun.star.frame.DispatchHelper", context)
        readings = []
        for line in sys.stdin:
            url = pathlib.Path(line.rstrip("\n")).as_uri()
            readings.append({
                "old": read(desktop, dispatcher, url, ".uno:RejectAllTrackedChanges"),
                "new": read(desktop, dispatcher, url, ".uno:AcceptAllTrackedChanges"),
            })
        json.dump(readings, sys.stdout)
        try:
            desktop.terminate()
        except Exception:
            pass
    finally:
        try:
            office.wait(20)
        except subprocess.TimeoutExpired:
            office.kill()
        shutil.rmtree(profile, ignore_errors=True)


main()
