// Places whose name holds a text, those that begin with it first.
// param $text   the text, in small letters
// param $limit  most rows to return
// example $text = "gaza"
// sample $text = place_text
// example $limit = 25
// returns id, name, country, kind, rank, length
MATCH (p:Place)
WHERE toLower(p.name) CONTAINS $text
RETURN p.id AS id, p.name AS name, p.country AS country, p.kind AS kind,
       CASE WHEN toLower(p.name) STARTS WITH $text THEN 0 ELSE 1 END AS rank, size(p.name) AS length
ORDER BY rank, length, id
LIMIT $limit
