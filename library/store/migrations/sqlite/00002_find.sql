-- +goose Up
-- For the languages of a library, and for leads whose capitals do not matter.
CREATE INDEX document_language ON document (language);
UPDATE clause SET lead = lower(lead);

-- +goose Down
DROP INDEX document_language;
