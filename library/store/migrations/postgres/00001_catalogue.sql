-- +goose Up
CREATE TABLE file (
	hash TEXT COLLATE "C" PRIMARY KEY,
	size BIGINT NOT NULL,
	packed BYTEA NOT NULL
);
CREATE TABLE document (
	id BIGINT PRIMARY KEY,
	hash TEXT COLLATE "C" NOT NULL UNIQUE,
	symbol TEXT COLLATE "C" NOT NULL,
	base TEXT COLLATE "C" NOT NULL,
	language TEXT COLLATE "C" NOT NULL,
	title TEXT COLLATE "C" NOT NULL,
	body TEXT COLLATE "C" NOT NULL,
	session TEXT COLLATE "C" NOT NULL,
	adopted TEXT COLLATE "C" NOT NULL,
	year INTEGER NOT NULL,
	vote TEXT COLLATE "C" NOT NULL,
	voted INTEGER NOT NULL,
	draft INTEGER NOT NULL,
	format TEXT COLLATE "C" NOT NULL,
	series BIGINT NOT NULL,
	clauses INTEGER NOT NULL,
	packed BYTEA NOT NULL
);
CREATE INDEX document_symbol ON document (symbol);
CREATE INDEX document_base ON document (base);
-- A title can be longer than an index holds.
CREATE INDEX document_title ON document USING hash (title);
CREATE INDEX document_series ON document (series);
CREATE TABLE place (
	name TEXT COLLATE "C" NOT NULL,
	file TEXT COLLATE "C" NOT NULL REFERENCES file,
	document BIGINT NOT NULL REFERENCES document,
	PRIMARY KEY (document, name, file)
);
CREATE INDEX place_file ON place (file);
CREATE TABLE cite (
	document BIGINT NOT NULL REFERENCES document,
	position INTEGER NOT NULL,
	symbol TEXT COLLATE "C" NOT NULL,
	PRIMARY KEY (document, position)
);
CREATE INDEX cite_symbol ON cite (symbol);
CREATE TABLE wording (
	id BIGINT PRIMARY KEY,
	hash TEXT COLLATE "C" NOT NULL UNIQUE,
	language TEXT COLLATE "C" NOT NULL,
	content TEXT COLLATE "C" NOT NULL,
	terms TEXT[] COLLATE "C" NOT NULL
);
CREATE INDEX wording_terms ON wording USING gin (terms);
CREATE TABLE clause (
	document BIGINT NOT NULL REFERENCES document,
	place INTEGER NOT NULL,
	name TEXT COLLATE "C" NOT NULL,
	part TEXT COLLATE "C" NOT NULL,
	lead TEXT COLLATE "C" NOT NULL,
	wording BIGINT NOT NULL REFERENCES wording,
	lineage BIGINT NOT NULL,
	PRIMARY KEY (document, place)
);
CREATE INDEX clause_wording ON clause (wording);
CREATE INDEX clause_lineage ON clause (lineage);

-- +goose Down
DROP TABLE clause;
DROP TABLE wording;
DROP TABLE cite;
DROP TABLE place;
DROP TABLE document;
DROP TABLE file;
