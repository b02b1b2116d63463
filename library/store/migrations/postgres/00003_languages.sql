-- +goose Up
-- Series are of one language: those that were found before with several are sorted anew
-- when the library is next added to.
UPDATE document SET series = 0 WHERE series IN (SELECT series FROM document GROUP BY series HAVING count(DISTINCT language) > 1);

-- +goose Down
