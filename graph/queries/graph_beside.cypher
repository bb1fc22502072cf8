// Whom some actors acted on or were acted on by, and in how many events, the most first.
// param $ids    ids of the actors
// param $types  PLOVER types to count, empty for all
// param $quads  quad classes to count, empty for all
// param $limit  most rows to return
// example $ids = ["israel", "egypt"]
// sample $ids = actors
// example $types = []
// example $quads = []
// example $limit = 25
// returns actor, other, events
UNWIND $ids AS id
MATCH (a:Actor {id: id})-[x:ACTED_ON]-(b:Actor)
WHERE (size($types) = 0 OR x.type IN $types) AND (size($quads) = 0 OR x.quad IN $quads)
RETURN id AS actor, b.id AS other, sum(x.events) AS events
ORDER BY events DESC, actor, other
LIMIT $limit
