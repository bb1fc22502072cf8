// What one actor did to others and had done to it, summed by partner, type and direction.
// param $actor  id of the actor
// param $limit  most rows to return
// example $actor = "israel"
// sample $actor = actor
// example $limit = 25
// returns partner, name, kind, country, direction, type, quad, events, first, last, score
// column direction  out: done to the partner; in: done by the partner
// column events     how many events of this type
// column score      sum of the events' scores by PLOVER's table, from -10 (force) to +10 (aid) for each event: the lower, the more hostile
MATCH (a:Actor {id: $actor})-[x:ACTED_ON]-(b:Actor)
RETURN b.id AS partner, b.name AS name, b.kind AS kind, b.country AS country,
       CASE WHEN startNode(x).id = $actor THEN 'out' ELSE 'in' END AS direction,
       x.type AS type, x.quad AS quad, x.events AS events, x.first AS first, x.last AS last, x.score AS score
ORDER BY events DESC, partner, direction, type
LIMIT $limit
