// The pairs with most hostile events, by direction.
// param $quads  quad classes: VC and MC cooperative, VX and MX hostile
// param $limit  most rows to return
// example $quads = ["VX", "MX"]
// example $limit = 25
// returns actor, recipient, events, score, first, last
MATCH (a:Actor)-[x:ACTED_ON]->(b:Actor)
WHERE x.quad IN $quads
RETURN a.name AS actor, b.name AS recipient, sum(x.events) AS events, sum(x.score) AS score,
       min(x.first) AS first, max(x.last) AS last
ORDER BY events DESC, actor, recipient
LIMIT $limit
