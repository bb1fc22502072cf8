// Who stands in which relation to whom; opens as a graph.
// param $least  fewest events of one type between two actors
// param $limit  most rows to return
// example $least = 1
// example $limit = 100
// returns a, x, b
MATCH (a:Actor)-[x:ACTED_ON]->(b:Actor)
WHERE x.events >= $least
RETURN a AS a, x AS x, b AS b
ORDER BY x.events DESC, a.id, b.id, x.type
LIMIT $limit
