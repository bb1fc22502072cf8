// The partners of one actor, the strongest first, with what passed between them either way.
// param $actor  id of the actor
// param $limit  most rows to return
// example $actor = "israel"
// sample $actor = actor
// example $limit = 25
// returns id, name, kind, country, events, score, first, last
MATCH (a:Actor {id: $actor})-[x:ACTED_ON]-(b:Actor)
RETURN b.id AS id, b.name AS name, b.kind AS kind, b.country AS country, sum(x.events) AS events,
       sum(x.score) AS score, min(x.first) AS first, max(x.last) AS last
ORDER BY events DESC, id
LIMIT $limit
