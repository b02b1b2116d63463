package main

import (
	"context"
	"io"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/modelcontextprotocol/go-sdk/mcp"

	"reprise/assistant"
)

// conversation is an assistant's session with the server over a pair of streams,
// in the folder of the specimen series, with a library of its texts.
func conversation(t *testing.T) *mcp.ClientSession {
	t.Helper()
	specimen, err := filepath.Abs("../../testdata/specimen")
	if err != nil {
		t.Fatal(err)
	}
	t.Chdir(specimen)
	shelf := t.TempDir()
	s := surroundings{stdin: strings.NewReader(""), stdout: io.Discard, stderr: io.Discard, lookup: environment("")}
	if status := run([]string{"library", "add", "--library", shelf, "A_RES_200_41.md", "A_RES_202_38.md"}, s); status != exitDone {
		t.Fatal("the library was not made")
	}
	toServer, fromClient := io.Pipe()
	toClient, fromServer := io.Pipe()
	ended := make(chan error, 1)
	go func() {
		ended <- assistant.Serve(context.WithoutCancel(t.Context()), s.answers(shelf, true), toServer, fromServer)
	}()
	client := mcp.NewClient(&mcp.Implementation{Name: "test", Version: "1"}, nil)
	session, err := client.Connect(t.Context(), &mcp.IOTransport{Reader: toClient, Writer: fromClient}, nil)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		session.Close()
		if err := <-ended; err != nil {
			t.Errorf("an assistant that leaves is no error: %v", err)
		}
	})
	return session
}

// ask gives the text of an answer, and whether it is an error.
func ask(t *testing.T, session *mcp.ClientSession, tool string, arguments map[string]any) (string, bool) {
	t.Helper()
	result, err := session.CallTool(t.Context(), &mcp.CallToolParams{Name: tool, Arguments: arguments})
	if err != nil {
		t.Fatal(err)
	}
	return result.Content[0].(*mcp.TextContent).Text, result.IsError
}

// TestAssistant: an assistant gets the answers that a person gets.
func TestAssistant(t *testing.T) {
	session := conversation(t)
	tools, err := session.ListTools(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, tool := range tools.Tools {
		if !tool.Annotations.ReadOnlyHint {
			t.Errorf("%s does not say that it only reads", tool.Name)
		}
	}
	if len(tools.Tools) != 5 {
		t.Errorf("%d tools, want compare, series, history, find and agreed", len(tools.Tools))
	}
	series := []string{"A_RES_200_41.md", "A_RES_202_38.md", "A_RES_206_47.md"}
	for _, c := range []struct {
		tool      string
		arguments map[string]any
		want      string
	}{
		{"compare", map[string]any{"old": "A_RES_204_52.txt", "new": "A_RES_206_47.md"}, "{+, ferries+}"},
		{"compare", map[string]any{"old": "A_RES_204_52.txt", "new": "A_RES_206_47.md", "summary": true}, "OP3 is new"},
		{"series", map[string]any{"texts": series}, "3 versions"},
		{"history", map[string]any{"clause": "op1", "texts": series}, "A/RES/202/38"},
		{"find", map[string]any{"phrase": "lighthouses"}, "A/RES/200/41"},
		{"agreed", map[string]any{"draft": "A_RES_202_38.md"}, "agreed"},
		{"agreed", map[string]any{"sentence": "Recalling that the sea was crossed by candle light,"}, "candle"},
	} {
		text, failed := ask(t, session, c.tool, c.arguments)
		if failed || !strings.Contains(text, c.want) || strings.Contains(text, "\x1b") {
			t.Errorf("%s %v: failed %v, want %q in\n%s", c.tool, c.arguments, failed, c.want, text)
		}
	}
}

// TestAssistantIsRefused: what lies outside the folder, flags in place of texts and
// questions without an object get an answer that says so.
func TestAssistantIsRefused(t *testing.T) {
	session := conversation(t)
	outside, err := filepath.Abs("../../go.mod")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		tool      string
		arguments map[string]any
		want      string
	}{
		{"compare", map[string]any{"old": "../../go.mod", "new": "A_RES_206_47.md"}, "not below the folder"},
		{"compare", map[string]any{"old": outside, "new": "A_RES_206_47.md"}, "not below the folder"},
		{"compare", map[string]any{"old": "--output=x", "new": "A_RES_206_47.md"}, "want the path of a file"},
		{"compare", map[string]any{"old": "-", "new": "A_RES_206_47.md"}, "want the path of a file"},
		{"compare", map[string]any{"old": "absent.md", "new": "A_RES_206_47.md"}, "absent.md"},
		{"series", map[string]any{"texts": []string{}}, "at least one"},
		{"history", map[string]any{"clause": "--output=x", "texts": []string{"A_RES_200_41.md"}}, "want a clause"},
		{"history", map[string]any{"clause": "op99", "texts": []string{"A_RES_200_41.md"}}, "op99"},
		{"find", map[string]any{"phrase": "--help", "since": 2140}, "in no clause of the library"},
		{"find", map[string]any{"phrase": " "}, "want the words"},
		{"agreed", map[string]any{}, "a draft or a sentence"},
	} {
		if text, failed := ask(t, session, c.tool, c.arguments); !failed || !strings.Contains(text, c.want) {
			t.Errorf("%s %v: failed %v, want %q in\n%s", c.tool, c.arguments, failed, c.want, text)
		}
	}
}

// TestAssistantReadsOn: the parts of a long answer are the whole of it.
func TestAssistantReadsOn(t *testing.T) {
	long := strings.Repeat("one line of an answer\n", 5000)
	setup := assistant.Setup{Folder: ".", Run: func(context.Context, assistant.Command) (assistant.Said, error) {
		return assistant.Said{Result: long, Warnings: "a warning\n"}, nil
	}}
	client, server := mcp.NewInMemoryTransports()
	if _, err := assistant.New(setup).Connect(t.Context(), server, nil); err != nil {
		t.Fatal(err)
	}
	session, err := mcp.NewClient(&mcp.Implementation{Name: "test", Version: "1"}, nil).Connect(t.Context(), client, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer session.Close()
	var whole strings.Builder
	for from, parts := 0, 0; parts < 10; parts++ {
		text, _ := ask(t, session, "find", map[string]any{"phrase": "line", "from": from})
		text = strings.TrimPrefix(text, "a warning\n")
		part, rest, more := strings.Cut(text, "\n(")
		if !more {
			whole.WriteString(text)
			break
		}
		whole.WriteString(part)
		_, next, _ := strings.Cut(rest, "from = ")
		if from, err = strconv.Atoi(strings.TrimSuffix(next, ")\n")); err != nil {
			t.Fatalf("where it goes on is not said: %q", rest)
		}
	}
	if whole.String() != long {
		t.Errorf("%d characters in all, want %d", whole.Len(), len(long))
	}
}

// TestAssistantStops: a question ends when the conversation is told to.
func TestAssistantStops(t *testing.T) {
	ctx, stop := context.WithCancel(t.Context())
	stop()
	s := surroundings{stdin: strings.NewReader(""), lookup: environment("")}
	_, err := s.answer("")(ctx, assistant.Command{Args: []string{"compare", "../../testdata/specimen/A_RES_200_41.md", "../../testdata/specimen/A_RES_202_38.md"}})
	if err == nil {
		t.Error("a question went on after its end")
	}
}
