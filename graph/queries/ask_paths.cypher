// The shortest ways that join two actors, each by whom it passes once; opens as a graph.
// param $a      name of the one actor
// param $b      name of the other
// param $limit  most rows to return
// example $a = "Israel"
// sample $a = actor_name
// example $b = "Hamas"
// sample $b = recipient_name
// example $limit = 10
// returns path
MATCH (a:Actor {name: $a}), (b:Actor {name: $b})
MATCH path = allShortestPaths((a)-[:ACTED_ON|PART_OF*..4]-(b))
WITH path, [n IN nodes(path) | n.id] AS stations
ORDER BY [r IN relationships(path) | startNode(r).id + ' ' + coalesce(r.type, '')]
WITH stations, head(collect(path)) AS path
RETURN path AS path
ORDER BY length(path), stations
LIMIT $limit
