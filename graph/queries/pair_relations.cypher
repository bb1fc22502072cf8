// What two actors did to each other, summed by direction and type.
// param $a      id of the one actor
// param $b      id of the other
// param $limit  most rows to return
// example $a = "israel"
// sample $a = actor
// example $b = "hamas"
// sample $b = recipient
// example $limit = 25
// returns direction, type, quad, events, first, last, score
// column direction  out: done by the one to the other; in: the other way
// column events     how many events of this type
// column score      sum of the events' scores by PLOVER's table, from -10 (force) to +10 (aid) for each event: the lower, the more hostile
MATCH (a:Actor {id: $a})-[x:ACTED_ON]-(b:Actor {id: $b})
RETURN CASE WHEN startNode(x).id = $a THEN 'out' ELSE 'in' END AS direction, x.type AS type, x.quad AS quad,
       x.events AS events, x.first AS first, x.last AS last, x.score AS score
ORDER BY direction DESC, events DESC, type
LIMIT $limit
