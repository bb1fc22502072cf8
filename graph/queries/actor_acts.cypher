// How many events tie some actors to others, all of them together.
// param $actors  ids of the actors
// param $limit   most rows to return
// example $actors = ["israel", "egypt"]
// example $limit = 1
// returns events
UNWIND $actors AS id
MATCH (a:Actor {id: id})-[x:ACTED_ON]-(:Actor)
RETURN sum(x.events) AS events
ORDER BY events
LIMIT $limit
