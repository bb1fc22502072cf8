// The articles that were taken in last.
// param $limit  most rows to return
// example $limit = 25
// returns id, title, source, published, ingested
MATCH (n:Article)
RETURN n.id AS id, n.title AS title, n.source AS source, n.published AS published, n.ingested AS ingested
ORDER BY ingested DESC, id
LIMIT $limit
