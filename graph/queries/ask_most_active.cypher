// The actors that act most, and on how many others.
// param $limit  most rows to return
// example $limit = 25
// returns actor, name, kind, events, recipients
MATCH (a:Actor)-[x:ACTED_ON]->(b:Actor)
RETURN a.id AS actor, a.name AS name, a.kind AS kind, sum(x.events) AS events, count(DISTINCT b) AS recipients
ORDER BY events DESC, actor
LIMIT $limit
