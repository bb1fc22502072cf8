// The actors who did most to others and had most done to them.
// param $limit  most rows to return
// example $limit = 25
// returns id, name, kind, country, events
MATCH (a:Actor)-[x:ACTED_ON]-(:Actor)
RETURN a.id AS id, a.name AS name, a.kind AS kind, a.country AS country, sum(x.events) AS events
ORDER BY events DESC, id
LIMIT $limit
