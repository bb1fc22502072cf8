// Who did most to whom.
// param $limit  most rows to return
// example $limit = 25
// returns actor, actor_name, recipient, recipient_name, quad, events
MATCH (a:Actor)-[x:ACTED_ON]->(b:Actor)
WITH a.id AS actor, b.id AS recipient, x.quad AS quad, sum(x.events) AS events
ORDER BY events DESC, actor, recipient, quad
LIMIT $limit
MATCH (one:Actor {id: actor})
MATCH (other:Actor {id: recipient})
RETURN actor AS actor, one.name AS actor_name, recipient AS recipient, other.name AS recipient_name,
       quad AS quad, events AS events
ORDER BY events DESC, actor, recipient, quad
LIMIT $limit
