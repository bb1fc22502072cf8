// Who did most to whom.
// param $limit  most rows to return
// example $limit = 25
// returns actor, actor_name, recipient, recipient_name, quad, events
MATCH (a:Actor)-[x:ACTED_ON]->(b:Actor)
RETURN a.id AS actor, a.name AS actor_name, b.id AS recipient, b.name AS recipient_name,
       x.quad AS quad, sum(x.events) AS events
ORDER BY events DESC, actor, recipient, quad
LIMIT $limit
