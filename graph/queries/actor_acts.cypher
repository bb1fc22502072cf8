// How many events tie some actors to others, all of them together.
// param $actors  ids of the actors
// param $limit   most rows to return
// example $actors = ["israel", "egypt"]
// sample $actors = actors
// example $limit = 1
// returns events
UNWIND $actors AS id
MATCH (t:Total {id: id})
RETURN sum(t.acts) AS events
ORDER BY events
LIMIT $limit
