// Actors with a name whose words are spelt much like those of a text, the shortest names first.
// param $text   words, each with + before it and ~ and the number of letters that may differ behind it
// param $limit  most rows to return
// example $text = "+isreal~2"
// sample $text = actor_words
// example $limit = 25
// returns id, name, kind, country, aliases, length
CALL db.index.fulltext.queryNodes('actor_names', $text) YIELD node
RETURN node.id AS id, node.name AS name, node.kind AS kind, node.country AS country, node.aliases AS aliases,
       size(node.name) AS length
ORDER BY length, id
LIMIT $limit
