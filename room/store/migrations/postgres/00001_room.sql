-- +goose Up
CREATE TABLE room (
	id TEXT COLLATE "C" PRIMARY KEY,
	name TEXT COLLATE "C" NOT NULL,
	created TEXT COLLATE "C" NOT NULL
);
CREATE TABLE room_person (
	id TEXT COLLATE "C" PRIMARY KEY,
	name TEXT COLLATE "C" NOT NULL,
	delegation TEXT COLLATE "C" NOT NULL,
	gone INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE room_member (
	room TEXT COLLATE "C" NOT NULL REFERENCES room,
	person TEXT COLLATE "C" NOT NULL REFERENCES room_person,
	delegation TEXT COLLATE "C" NOT NULL,
	role TEXT COLLATE "C" NOT NULL,
	PRIMARY KEY (room, person)
);
CREATE INDEX room_member_person ON room_member (person);
CREATE TABLE room_entry (
	seq BIGINT PRIMARY KEY,
	id TEXT COLLATE "C" NOT NULL UNIQUE,
	room TEXT COLLATE "C" NOT NULL,
	kind TEXT COLLATE "C" NOT NULL,
	person TEXT COLLATE "C" NOT NULL,
	delegation TEXT COLLATE "C" NOT NULL,
	time TEXT COLLATE "C" NOT NULL,
	visibility TEXT COLLATE "C" NOT NULL,
	place TEXT COLLATE "C" NOT NULL,
	verdict TEXT COLLATE "C" NOT NULL,
	content TEXT COLLATE "C" NOT NULL,
	wording TEXT COLLATE "C" NOT NULL,
	about TEXT COLLATE "C" NOT NULL,
	replaces TEXT COLLATE "C" NOT NULL
);
CREATE INDEX room_entry_room ON room_entry (room, seq);
CREATE TABLE room_text (
	room TEXT COLLATE "C" NOT NULL,
	key TEXT COLLATE "C" NOT NULL,
	name TEXT COLLATE "C" NOT NULL,
	person TEXT COLLATE "C" NOT NULL,
	time TEXT COLLATE "C" NOT NULL,
	file BYTEA NOT NULL,
	document BYTEA NOT NULL,
	PRIMARY KEY (room, key)
);
CREATE TABLE room_pass (
	hash TEXT COLLATE "C" PRIMARY KEY,
	kind INTEGER NOT NULL,
	person TEXT COLLATE "C" NOT NULL,
	room TEXT COLLATE "C" NOT NULL,
	role TEXT COLLATE "C" NOT NULL,
	delegation TEXT COLLATE "C" NOT NULL,
	expires TEXT COLLATE "C" NOT NULL
);
CREATE TABLE room_secret (
	name TEXT COLLATE "C" PRIMARY KEY,
	value BYTEA NOT NULL
);
CREATE TABLE room_event (
	seq BIGINT PRIMARY KEY,
	time TEXT COLLATE "C" NOT NULL,
	person TEXT COLLATE "C" NOT NULL,
	room TEXT COLLATE "C" NOT NULL,
	did TEXT COLLATE "C" NOT NULL
);
-- The audit log only grows, and so does what is said.
-- +goose StatementBegin
CREATE FUNCTION room_grows() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'this only grows'; END $$;
-- +goose StatementEnd
CREATE TRIGGER room_event_kept BEFORE DELETE OR UPDATE ON room_event FOR EACH ROW EXECUTE FUNCTION room_grows();
CREATE TRIGGER room_entry_kept BEFORE DELETE ON room_entry FOR EACH ROW EXECUTE FUNCTION room_grows();

-- +goose Down
DROP TABLE room_event;
DROP TABLE room_secret;
DROP TABLE room_pass;
DROP TABLE room_text;
DROP TABLE room_entry;
DROP TABLE room_member;
DROP TABLE room_person;
DROP TABLE room;
DROP FUNCTION room_grows;
