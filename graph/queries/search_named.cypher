// Articles that name somebody with every word of a text in the name, and report nothing of them; there may be none.
// param $text   words, each with + before it, the last one may end in *
// param $limit  most rows to return
// example $text = "+gaza +par*"
// sample $text = article_words
// example $limit = 25
// returns id, title, named, published
// column named  whom the article names without a report of them, a line each with all names
CALL db.index.fulltext.queryNodes('article_named', $text) YIELD node
RETURN node.id AS id, node.title AS title, node.named AS named, node.published AS published
ORDER BY published IS NULL, published DESC, id
LIMIT $limit
