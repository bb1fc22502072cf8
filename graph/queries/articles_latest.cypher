// The articles that came out last.
// param $from   day from which on articles are read, a date
// param $limit  most rows to return
// example $from = date(2019-01-01)
// example $limit = 25
// returns id, title, source, published
MATCH (n:Article)
WHERE n.published >= $from
RETURN n.id AS id, n.title AS title, n.source AS source, n.published AS published
ORDER BY published DESC, id
LIMIT $limit
