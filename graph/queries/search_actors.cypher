// Actors any of whose names holds a text: a whole name first, then the beginning of one, then of a word, then within one; of equals the busiest.
// param $text   the text, in small letters without marks over them, dashes and apostrophes
// param $spelt  the text as it was typed, in small letters: of equals, a name spelt so comes first
// param $most   most actors whose events are counted: of more, those with the shortest names
// param $limit  most rows to return
// example $text = "isra"
// sample $text = actor_text
// example $spelt = "isra"
// sample $spelt = actor_text
// example $most = 5000
// example $limit = 25
// returns id, name, kind, country, aliases, rank, otherwise, events, length
// column rank       0 the text is a whole name, 1 a name begins with it, 2 a word of one does, 3 one holds it
// column otherwise  1 where no name is spelt as the text, only alike but for marks, dashes and apostrophes
MATCH (a:Actor)
WHERE toLower(a.search) CONTAINS $text
WITH a, '| ' + toLower(a.search) + ' |' AS names, size(a.name) AS length
WITH a, length,
     CASE WHEN names CONTAINS '| ' + $text + ' |' THEN 0 WHEN names CONTAINS '| ' + $text THEN 1
          WHEN names CONTAINS ' ' + $text THEN 2 ELSE 3 END AS rank
ORDER BY rank, length, a.id
LIMIT $most
OPTIONAL MATCH (t:Total {id: a.id})
RETURN a.id AS id, a.name AS name, a.kind AS kind, a.country AS country, a.aliases AS aliases, rank,
       CASE WHEN any(one IN [a.name] + coalesce(a.aliases, []) WHERE toLower(one) CONTAINS $spelt) THEN 0 ELSE 1 END
         AS otherwise,
       coalesce(t.events, 0) AS events, length
ORDER BY rank, otherwise, events DESC, length, id
LIMIT $limit
