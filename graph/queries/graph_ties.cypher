// What all actors did to one another, summed by direction and quad class, the most first.
// param $types   PLOVER types to count, empty for all
// param $quads   quad classes to count, empty for all
// param $limit   most rows to return
// returns actor, recipient, quad, events, score, first, last
MATCH (a:Actor)-[x:ACTED_ON]->(b:Actor)
WHERE (size($types) = 0 OR x.type IN $types) AND (size($quads) = 0 OR x.quad IN $quads)
RETURN a.id AS actor, b.id AS recipient, x.quad AS quad, sum(x.events) AS events, sum(x.score) AS score,
       min(x.first) AS first, max(x.last) AS last
ORDER BY events DESC, actor, recipient, quad
LIMIT $limit
