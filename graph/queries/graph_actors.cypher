// The actors who did most to others or had most done to them.
// param $types  PLOVER types to count, empty for all
// param $quads  quad classes to count, empty for all
// param $limit  most rows to return
// example $types = []
// example $quads = []
// example $limit = 25
// returns id, events
MATCH (a:Actor)-[x:ACTED_ON]->(b:Actor)
WHERE (size($types) = 0 OR x.type IN $types) AND (size($quads) = 0 OR x.quad IN $quads)
UNWIND [a.id, b.id] AS id
RETURN id AS id, sum(x.events) AS events
ORDER BY events DESC, id
LIMIT $limit
