// What every actor did to every other, summed by direction; the network `python -m graph stats` measures.
// param $limit  most rows to return
// example $limit = 1000
// returns actor, recipient, events, score
// column events  how many events one did to the other
// column score   sum of the events' scores by PLOVER's table, from -10 (force) to +10 (aid) for each event: the lower, the more hostile
MATCH (t:Tie)
RETURN t.actor AS actor, t.recipient AS recipient, sum(t.events) AS events, sum(t.score) AS score
ORDER BY actor, recipient
LIMIT $limit
