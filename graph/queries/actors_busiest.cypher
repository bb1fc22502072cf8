// The actors who did most to others and had most done to them.
// param $limit  most rows to return
// example $limit = 25
// returns id, name, kind, country, events
MATCH (a:Actor)-[x:ACTED_ON]->(b:Actor)
UNWIND [a.id, b.id] AS one
WITH one, sum(x.events) AS events
ORDER BY events DESC, one
LIMIT $limit
MATCH (n:Actor {id: one})
RETURN n.id AS id, n.name AS name, n.kind AS kind, n.country AS country, events AS events
ORDER BY events DESC, id
LIMIT $limit
