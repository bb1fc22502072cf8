// The shortest ways that join two actors; opens as a graph.
// param $a      name of the one actor
// param $b      name of the other
// param $limit  most rows to return
// example $a = "Israel"
// example $b = "Hamas"
// example $limit = 10
// returns path
MATCH (a:Actor {name: $a}), (b:Actor {name: $b})
MATCH path = allShortestPaths((a)-[:ACTED_ON|PART_OF*..4]-(b))
RETURN path AS path
ORDER BY length(path), [n IN nodes(path) | n.id],
         [r IN relationships(path) | startNode(r).id + ' ' + coalesce(r.type, '')]
LIMIT $limit
