// How many articles and actors the graph holds.
// param $limit  most rows to return
// example $limit = 25
// returns articles, actors
CALL { MATCH (n:Article) RETURN count(n) AS told }
CALL { MATCH (a:Actor) RETURN count(a) AS known }
RETURN told AS articles, known AS actors
ORDER BY articles
LIMIT $limit
