// Keys of the events one actor did to another and that pass every filter, the latest first.
// param $actor      id of who acted
// param $recipient  id of whom it was done to
// param $low        least key of an event, such as '2019-08-25'
// param $high       key below which events are read, such as '2019-09-01'; '~' for all
// param $last       last day of the window, ISO text; what may lie beyond it is left out
// param $types      PLOVER types, empty for all
// param $quads      quad classes, empty for all
// param $statuses   statuses, empty for all
// param $sources    fewest independent sources
// param $places     ids of places, empty for all
// param $limit      most rows to return
// example $actor = "israel"
// sample $actor = actor
// example $recipient = "hamas"
// sample $recipient = recipient
// example $low = "2019-01-01"
// sample $low = from
// example $high = "2020-01-01"
// sample $high = until
// example $last = "2019-12-31"
// sample $last = to
// example $types = []
// example $quads = []
// example $statuses = ["actual", "ongoing", "attempted"]
// example $sources = 1
// example $places = []
// example $limit = 25
// returns id, key
MATCH (a:Actor {id: $actor})-[:DID]->(e:Event)-[:TO]->(b:Actor {id: $recipient})
WHERE e.key >= $low AND e.key < $high AND (e.last IS NULL OR e.last <= date($last))
  AND (size($types) = 0 OR e.type IN $types) AND (size($quads) = 0 OR e.quad IN $quads)
  AND (size($statuses) = 0 OR e.status IN $statuses) AND e.sources >= $sources
  AND (size($places) = 0 OR size([(e)-[:AT]->(p:Place) WHERE p.id IN $places | p.id]) > 0)
RETURN DISTINCT e.id AS id, e.key AS key
ORDER BY key DESC
LIMIT $limit
