// The pairs of two actors with most hostile events, by direction.
// param $quads  quad classes: VC and MC cooperative, VX and MX hostile
// param $limit  most rows to return
// example $quads = ["VX", "MX"]
// example $limit = 25
// returns actor, recipient, events, score, first, last
// column events  how many events of these quad classes one did to the other
// column score   sum of the events' scores by PLOVER's table, from -10 (force) to +10 (aid) for each event: the lower, the more hostile
// column first   first day of the earliest of them that has one
// column last    last day of the latest of them that has one
MATCH (a:Actor)-[x:ACTED_ON]->(b:Actor)
WHERE x.quad IN $quads AND a <> b
RETURN a.name AS actor, b.name AS recipient, sum(x.events) AS events, sum(x.score) AS score,
       min(x.first) AS first, max(x.last) AS last
ORDER BY events DESC, actor, recipient
LIMIT $limit
