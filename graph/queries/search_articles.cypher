// Articles whose title holds a text, the latest first.
// param $text   the text, in small letters
// param $limit  most rows to return
// example $text = "gaza"
// example $limit = 25
// returns id, title, source, published
MATCH (n:Article)
WHERE toLower(n.title) CONTAINS $text
RETURN n.id AS id, n.title AS title, n.source AS source, n.published AS published
ORDER BY published DESC, id
LIMIT $limit
