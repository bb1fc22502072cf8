// How many events one actor had a part in, by month and quad class; events without a day under 'undated'.
// param $actor  id of the actor
// param $statuses  which statuses count
// param $limit  most rows to return
// example $actor = "israel"
// example $limit = 25
// example $statuses = ["actual", "ongoing", "attempted"]
// returns month, quad, events
MATCH (a:Actor {id: $actor})-[:DID|TO|MEDIATED]-(e:Event)
WHERE e.status IN $statuses
WITH DISTINCT e
RETURN substring(e.key, 0, 7) AS month, e.quad AS quad, count(e) AS events
ORDER BY month, quad
LIMIT $limit
