// When the named actors acted on one another, an event a row.
// param $actors    ids of the actors
// param $low       least key of an event, such as '2019-08-25'
// param $high      key below which events are read, such as '2019-09-01'; '~' for all
// param $types     PLOVER types, empty for all
// param $statuses  statuses that count
// param $sources   fewest independent sources
// param $limit     most rows to return
// example $actors = ["israel", "hamas"]
// sample $actors = actors
// example $low = ""
// example $high = "~"
// example $types = []
// example $statuses = ["actual", "ongoing", "attempted"]
// example $sources = 1
// example $limit = 25
// returns actor, recipient, quad, event, first, last
UNWIND $actors AS id
MATCH (a:Actor {id: id})-[:DID]->(e:Event)-[:TO]->(b:Actor)
WHERE b.id IN $actors AND a.id <> b.id AND e.key >= $low AND e.key < $high
  AND (size($types) = 0 OR e.type IN $types) AND e.status IN $statuses AND e.sources >= $sources
RETURN a.id AS actor, b.id AS recipient, e.quad AS quad, e.id AS event, e.first AS first, e.last AS last
ORDER BY first, event, actor, recipient
LIMIT $limit
