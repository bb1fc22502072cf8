// Places any of whose names has a word that begins with a text, those whose name begins with it first.
// param $text   the text, in small letters without marks over them, dashes and apostrophes
// param $limit  most rows to return
// example $text = "gaza"
// sample $text = place_text
// example $limit = 25
// returns id, name, country, kind, aliases, rank, length
MATCH (p:Place)
WHERE ' ' + coalesce(p.search, toLower(p.name)) CONTAINS ' ' + $text OR toLower(p.name) CONTAINS $text
RETURN p.id AS id, p.name AS name, p.country AS country, p.kind AS kind, p.aliases AS aliases,
       CASE WHEN coalesce(p.search, toLower(p.name)) STARTS WITH $text THEN 0
            WHEN p.search CONTAINS '| ' + $text THEN 1 ELSE 2 END AS rank,
       size(p.name) AS length
ORDER BY rank, length, id
LIMIT $limit
