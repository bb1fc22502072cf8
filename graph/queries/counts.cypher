// How many articles and actors the graph holds.
// param $limit  most rows to return
// example $limit = 25
// returns articles, actors
OPTIONAL MATCH (n:Article)
WITH count(n) AS articles
OPTIONAL MATCH (a:Actor)
RETURN articles AS articles, count(a) AS actors
ORDER BY articles
LIMIT $limit
