// The actors who did most to others and had most done to them.
// param $least  fewest acts of an actor, in nine digits: 000000001
// param $limit  most rows to return
// example $least = "000000001"
// example $limit = 25
// returns id, name, kind, country, events
MATCH (t:Total)
WHERE t.key >= $least AND t.key < '~'
MATCH (n:Actor {id: t.id})
RETURN n.id AS id, n.name AS name, n.kind AS kind, n.country AS country, t.acts AS events
ORDER BY events DESC, id
LIMIT $limit
