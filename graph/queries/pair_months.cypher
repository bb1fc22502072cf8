// How many events one actor did to another, by month and quad class; those without a day under 'undated'.
// param $a      id of the one actor
// param $b      id of the other
// param $statuses  which statuses count
// param $limit  most rows to return
// example $a = "israel"
// example $b = "hamas"
// example $statuses = ["actual", "ongoing", "attempted"]
// example $limit = 25
// returns month, quad, events, score
MATCH (:Actor {id: $a})-[:DID]->(e:Event)-[:TO]->(:Actor {id: $b})
WHERE e.status IN $statuses
RETURN substring(e.key, 0, 7) AS month, e.quad AS quad, count(e) AS events, sum(e.score) AS score
ORDER BY month, quad
LIMIT $limit
