// The articles that came out last.
// param $low    least key of an article: the day it came out, such as '2019-08-01', or '' for all
// param $limit  most rows to return
// example $low = "2019-01-01"
// sample $low = from
// example $limit = 25
// returns id, title, source, published
MATCH (n:Article)
WHERE n.key >= $low AND n.key < 'undated'
RETURN n.id AS id, n.title AS title, n.source AS source, n.published AS published
ORDER BY published DESC, id
LIMIT $limit
