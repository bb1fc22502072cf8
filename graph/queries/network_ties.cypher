// What every actor did to every other: all edges, summed by direction; the network `python -m graph stats` measures.
// param $limit  most rows to return
// example $limit = 1000
// returns actor, recipient, events, score
MATCH (a:Actor)-[x:ACTED_ON]->(b:Actor)
RETURN a.id AS actor, b.id AS recipient, sum(x.events) AS events, sum(x.score) AS score
ORDER BY actor, recipient
LIMIT $limit
