// What every actor did to every other: all edges, summed by direction; the network `python -m graph stats` measures.
// param $limit  most rows to return
// example $limit = 1000
// returns actor, recipient, events, score
// column events  how many events one did to the other
// column score   sum of the events' scores by PLOVER's table, from -10 (force) to +10 (aid) for each event: the lower, the more hostile
MATCH (a:Actor)-[x:ACTED_ON]->(b:Actor)
RETURN a.id AS actor, b.id AS recipient, sum(x.events) AS events, sum(x.score) AS score
ORDER BY actor, recipient
LIMIT $limit
