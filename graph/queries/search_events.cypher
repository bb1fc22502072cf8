// Events whose summary holds a text, the latest first.
// param $text   the text, in small letters
// param $limit  most rows to return
// example $text = "gaza"
// example $limit = 25
// returns id, key
MATCH (e:Event)
WHERE toLower(e.summary) CONTAINS $text
RETURN e.id AS id, e.key AS key
ORDER BY key DESC
LIMIT $limit
