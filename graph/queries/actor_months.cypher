// How many events one actor had a part in, by month and quad class; events without a day under 'undated'.
// param $actor  id of the actor
// param $limit  most rows to return
// returns month, quad, events
MATCH (a:Actor {id: $actor})-[:DID|TO|MEDIATED]-(e:Event)
WITH DISTINCT e
RETURN substring(e.key, 0, 7) AS month, e.quad AS quad, count(e) AS events
ORDER BY month, quad
LIMIT $limit
