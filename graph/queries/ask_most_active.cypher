// The actors that act most, and on how many others.
// param $limit  most rows to return
// example $limit = 25
// returns actor, name, kind, events, recipients
// column events      how many events that happened the actor did to others, counted once for each recipient
// column recipients  to how many different actors
MATCH (a:Actor)-[x:ACTED_ON]->(b:Actor)
WHERE a <> b
RETURN a.id AS actor, a.name AS name, a.kind AS kind, sum(x.events) AS events, count(DISTINCT b) AS recipients
ORDER BY events DESC, actor
LIMIT $limit
