// When the named actors acted on one another in events that pass every filter, an event a row.
// param $actors    ids of the actors
// param $low       least key of an event, such as '2019-08-25'
// param $high      key below which events are read, such as '2019-09-01'; '~' for all
// param $last      last day of the window, ISO text; what may lie beyond it is left out
// param $types     PLOVER types, empty for all
// param $quads     quad classes, empty for all
// param $statuses  statuses that count
// param $sources   fewest independent sources
// param $places    ids of places, empty for all
// param $limit     most rows to return
// example $actors = ["israel", "hamas"]
// sample $actors = actors
// example $low = ""
// example $high = "~"
// example $last = "9999-12-31"
// example $types = []
// example $quads = []
// example $statuses = ["actual", "ongoing", "attempted"]
// example $sources = 1
// example $places = []
// example $limit = 25
// returns actor, recipient, quad, event, first, last
UNWIND $actors AS id
MATCH (a:Actor {id: id})-[:DID]->(e:Event)-[:TO]->(b:Actor)
WHERE b.id IN $actors AND a.id <> b.id AND e.key >= $low AND e.key < $high
  AND (e.last IS NULL OR e.last <= date($last)) AND (size($types) = 0 OR e.type IN $types)
  AND (size($quads) = 0 OR e.quad IN $quads) AND e.status IN $statuses AND e.sources >= $sources
  AND (size($places) = 0 OR size([(e)-[:AT]->(p:Place) WHERE p.id IN $places | p.id]) > 0)
RETURN a.id AS actor, b.id AS recipient, e.quad AS quad, e.id AS event, e.first AS first, e.last AS last
ORDER BY first, event, actor, recipient
LIMIT $limit
