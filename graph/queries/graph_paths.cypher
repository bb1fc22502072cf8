// The shortest paths from one actor to another over what actors did to one another, whichever way.
// param $a      id of the one actor
// param $b      id of the other
// param $limit  most rows to return
// example $a = "jordan"
// example $b = "hamas"
// example $limit = 25
// returns actors, length
MATCH (a:Actor {id: $a}), (b:Actor {id: $b})
MATCH p = allShortestPaths((a)-[:ACTED_ON*..6]-(b))
WITH DISTINCT [n IN nodes(p) | n.id] AS actors, length(p) AS length
RETURN actors, length
ORDER BY length, actors
LIMIT $limit
