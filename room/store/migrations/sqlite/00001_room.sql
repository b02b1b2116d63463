-- +goose Up
CREATE TABLE room (
	id TEXT PRIMARY KEY,
	name TEXT NOT NULL,
	created TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE room_person (
	id TEXT PRIMARY KEY,
	name TEXT NOT NULL,
	delegation TEXT NOT NULL,
	gone INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID;
CREATE TABLE room_member (
	room TEXT NOT NULL REFERENCES room,
	person TEXT NOT NULL REFERENCES room_person,
	delegation TEXT NOT NULL,
	role TEXT NOT NULL,
	PRIMARY KEY (room, person)
) WITHOUT ROWID;
CREATE INDEX room_member_person ON room_member (person);
CREATE TABLE room_entry (
	seq INTEGER PRIMARY KEY,
	id TEXT NOT NULL UNIQUE,
	room TEXT NOT NULL,
	kind TEXT NOT NULL,
	person TEXT NOT NULL,
	delegation TEXT NOT NULL,
	time TEXT NOT NULL,
	visibility TEXT NOT NULL,
	place TEXT NOT NULL,
	verdict TEXT NOT NULL,
	content TEXT NOT NULL,
	wording TEXT NOT NULL,
	about TEXT NOT NULL,
	replaces TEXT NOT NULL
);
CREATE INDEX room_entry_room ON room_entry (room, seq);
CREATE TABLE room_text (
	room TEXT NOT NULL,
	key TEXT NOT NULL,
	name TEXT NOT NULL,
	person TEXT NOT NULL,
	time TEXT NOT NULL,
	file BLOB NOT NULL,
	document BLOB NOT NULL,
	PRIMARY KEY (room, key)
);
CREATE TABLE room_pass (
	hash TEXT PRIMARY KEY,
	kind INTEGER NOT NULL,
	person TEXT NOT NULL,
	room TEXT NOT NULL,
	role TEXT NOT NULL,
	delegation TEXT NOT NULL,
	expires TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE room_secret (
	name TEXT PRIMARY KEY,
	value BLOB NOT NULL
) WITHOUT ROWID;
CREATE TABLE room_event (
	seq INTEGER PRIMARY KEY,
	time TEXT NOT NULL,
	person TEXT NOT NULL,
	room TEXT NOT NULL,
	did TEXT NOT NULL
);
-- The audit log only grows, and so does what is said.
-- +goose StatementBegin
CREATE TRIGGER room_event_kept BEFORE DELETE ON room_event BEGIN SELECT RAISE(ABORT, 'the audit log only grows'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER room_event_same BEFORE UPDATE ON room_event BEGIN SELECT RAISE(ABORT, 'the audit log only grows'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER room_entry_kept BEFORE DELETE ON room_entry BEGIN SELECT RAISE(ABORT, 'what was said is only added to'); END;
-- +goose StatementEnd

-- +goose Down
DROP TABLE room_event;
DROP TABLE room_secret;
DROP TABLE room_pass;
DROP TABLE room_text;
DROP TABLE room_entry;
DROP TABLE room_member;
DROP TABLE room_person;
DROP TABLE room;
