// What the named actors did to one another, summed by direction and quad class, the most first.
// param $actors  ids of the actors
// param $types   PLOVER types to count, empty for all
// param $quads   quad classes to count, empty for all
// param $limit   most rows to return
// example $actors = ["israel", "hamas", "egypt"]
// example $types = []
// example $quads = []
// example $limit = 25
// returns actor, recipient, quad, events, score
UNWIND $actors AS id
MATCH (a:Actor {id: id})-[x:ACTED_ON]->(b:Actor)
WHERE b.id IN $actors AND (size($types) = 0 OR x.type IN $types) AND (size($quads) = 0 OR x.quad IN $quads)
RETURN a.id AS actor, b.id AS recipient, x.quad AS quad, sum(x.events) AS events, sum(x.score) AS score
ORDER BY events DESC, actor, recipient, quad
LIMIT $limit
