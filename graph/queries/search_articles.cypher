// Articles whose title holds every word of a text, the latest first and undated ones last.
// param $text   words, each with + before it, the last one may end in *
// param $exact  spellings one of which it must hold as it is written, none for any
// param $limit  most rows to return
// example $text = "+gaza +par*"
// sample $text = article_words
// example $exact = []
// example $limit = 25
// returns id, title, source, published
CALL db.index.fulltext.queryNodes('article_titles', $text) YIELD node
WITH node
WHERE size($exact) = 0 OR any(one IN $exact WHERE node.title CONTAINS one)
RETURN node.id AS id, node.title AS title, node.source AS source, node.published AS published
ORDER BY published IS NULL, published DESC, id
LIMIT $limit
