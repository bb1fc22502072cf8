// Places any of whose names has a word that begins with a text: a whole name first, then the beginning of one.
// param $text   the text, in small letters without marks over them, dashes and apostrophes
// param $limit  most rows to return
// example $text = "gaza"
// sample $text = place_text
// example $limit = 25
// returns id, name, country, kind, aliases, rank, length
// column rank  0 the text is a whole name, 1 a name begins with it, 2 a word of one does, 3 the first name holds it
MATCH (p:Place)
WHERE ' ' + coalesce(p.search, toLower(p.name)) CONTAINS ' ' + $text OR toLower(p.name) CONTAINS $text
WITH p, '| ' + coalesce(p.search, toLower(p.name)) + ' |' AS names
RETURN p.id AS id, p.name AS name, p.country AS country, p.kind AS kind, p.aliases AS aliases,
       CASE WHEN names CONTAINS '| ' + $text + ' |' THEN 0 WHEN names CONTAINS '| ' + $text THEN 1
            WHEN names CONTAINS ' ' + $text THEN 2 ELSE 3 END AS rank,
       size(p.name) AS length
ORDER BY rank, length, id
LIMIT $limit
