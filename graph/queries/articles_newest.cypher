// The articles that were taken in last.
// param $since  time from which on articles are read, ISO text such as '2026-01-31T12:00:00+00:00'; '' for all
// param $limit  most rows to return
// example $since = ""
// example $limit = 25
// returns id, title, source, published, ingested
MATCH (n:Article)
WHERE n.ingested >= $since
RETURN n.id AS id, n.title AS title, n.source AS source, n.published AS published, n.ingested AS ingested
ORDER BY ingested DESC, id
LIMIT $limit
