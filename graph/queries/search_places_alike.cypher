// Places with a name whose words are spelt much like those of a text, the shortest names first.
// param $text   words, each with + before it and ~ and the number of letters that may differ behind it
// param $limit  most rows to return
// example $text = "+gazza~1"
// sample $text = place_words
// example $limit = 25
// returns id, name, country, kind, aliases, length
CALL db.index.fulltext.queryNodes('place_spellings', $text) YIELD node
RETURN node.id AS id, node.name AS name, node.country AS country, node.kind AS kind, node.aliases AS aliases,
       size(node.name) AS length
ORDER BY length, id
LIMIT $limit
