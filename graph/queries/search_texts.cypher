// Articles whose text holds every word of a text, the latest first and undated ones last; of very many only some are read.
// param $text   words, each with + before it, the last one may end in *
// param $exact  spellings one of which the text must hold as it is written, none for any text
// param $most   most articles to put in order
// param $limit  most rows to return
// example $text = "+gaza +par*"
// sample $text = text_words
// example $exact = []
// example $most = 2000
// example $limit = 25
// returns id, title, source, published, text
CALL db.index.fulltext.queryNodes('article_texts', $text) YIELD node
WITH node
LIMIT $most
WITH node
WHERE size($exact) = 0 OR any(one IN $exact WHERE node.text CONTAINS one)
WITH node
ORDER BY node.published IS NULL, node.published DESC, node.id
LIMIT $limit
RETURN node.id AS id, node.title AS title, node.source AS source, node.published AS published, node.text AS text
ORDER BY published IS NULL, published DESC, id
LIMIT $limit
