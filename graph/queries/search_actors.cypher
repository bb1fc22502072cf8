// Actors any of whose names holds a text, those whose name begins with it first, then those with another name that does.
// param $text   the text, in small letters without marks over them, dashes and apostrophes
// param $limit  most rows to return
// example $text = "isra"
// sample $text = actor_text
// example $limit = 25
// returns id, name, kind, country, aliases, rank, length
MATCH (a:Actor)
WHERE toLower(a.search) CONTAINS $text
RETURN a.id AS id, a.name AS name, a.kind AS kind, a.country AS country, a.aliases AS aliases,
       CASE WHEN toLower(a.search) STARTS WITH $text THEN 0
            WHEN toLower(a.search) CONTAINS '| ' + $text THEN 1 ELSE 2 END AS rank,
       size(a.name) AS length
ORDER BY rank, length, id
LIMIT $limit
