// Who stands in which relation to whom; opens as a graph.
// param $least  fewest events of one type between two actors
// param $limit  most rows to return
// example $least = 1
// example $limit = 100
// returns a, x, b
// column x  ACTED_ON: all events of one type that a did to b, with their number (events), the sum of their scores (score) and their first and last day
MATCH (a:Actor)-[x:ACTED_ON]->(b:Actor)
WHERE x.events >= $least AND a <> b
RETURN a AS a, x AS x, b AS b
ORDER BY x.events DESC, a.id, b.id, x.type
LIMIT $limit
