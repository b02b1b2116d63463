-- +goose Up
CREATE TABLE file (
	hash TEXT PRIMARY KEY,
	size INTEGER NOT NULL,
	packed BLOB NOT NULL
) WITHOUT ROWID;
CREATE TABLE document (
	id INTEGER PRIMARY KEY,
	hash TEXT NOT NULL UNIQUE,
	symbol TEXT NOT NULL,
	base TEXT NOT NULL,
	language TEXT NOT NULL,
	title TEXT NOT NULL,
	body TEXT NOT NULL,
	session TEXT NOT NULL,
	adopted TEXT NOT NULL,
	year INTEGER NOT NULL,
	vote TEXT NOT NULL,
	voted INTEGER NOT NULL,
	draft INTEGER NOT NULL,
	format TEXT NOT NULL,
	series INTEGER NOT NULL,
	clauses INTEGER NOT NULL,
	packed BLOB NOT NULL
);
CREATE INDEX document_symbol ON document (symbol);
CREATE INDEX document_base ON document (base);
CREATE INDEX document_title ON document (title);
CREATE INDEX document_series ON document (series);
CREATE TABLE place (
	name TEXT NOT NULL,
	file TEXT NOT NULL REFERENCES file,
	document INTEGER NOT NULL REFERENCES document,
	PRIMARY KEY (document, name, file)
) WITHOUT ROWID;
CREATE INDEX place_file ON place (file);
CREATE TABLE cite (
	document INTEGER NOT NULL REFERENCES document,
	position INTEGER NOT NULL,
	symbol TEXT NOT NULL,
	PRIMARY KEY (document, position)
) WITHOUT ROWID;
CREATE INDEX cite_symbol ON cite (symbol);
CREATE TABLE wording (
	id INTEGER PRIMARY KEY,
	hash TEXT NOT NULL UNIQUE,
	language TEXT NOT NULL,
	content TEXT NOT NULL
);
CREATE TABLE clause (
	document INTEGER NOT NULL REFERENCES document,
	place INTEGER NOT NULL,
	name TEXT NOT NULL,
	part TEXT NOT NULL,
	lead TEXT NOT NULL,
	wording INTEGER NOT NULL REFERENCES wording,
	lineage INTEGER NOT NULL,
	PRIMARY KEY (document, place)
) WITHOUT ROWID;
CREATE INDEX clause_wording ON clause (wording);
CREATE INDEX clause_lineage ON clause (lineage);
CREATE VIRTUAL TABLE term USING fts5(terms, content='', contentless_delete=1, detail=none, tokenize="ascii tokenchars '_'");

-- +goose Down
DROP TABLE term;
DROP TABLE clause;
DROP TABLE wording;
DROP TABLE cite;
DROP TABLE place;
DROP TABLE document;
DROP TABLE file;
