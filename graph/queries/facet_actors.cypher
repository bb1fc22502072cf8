// Who had a part in the events that pass every other filter in a range of keys, and in how many, the most first.
// param $low       least key of an event, such as '2019-08-25'
// param $high      key below which events are read, such as '2019-09-01'; '~' for all
// param $last      last day of the window, ISO text; what may lie beyond it is left out
// param $types     PLOVER types, empty for all
// param $quads     quad classes, empty for all
// param $statuses  statuses, empty for all
// param $sources   fewest independent sources
// param $places    ids of places one of which it must have been at, empty for all
// param $limit     most rows to return
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
// returns id, name, events
MATCH (e:Event)
WHERE e.key >= $low AND e.key < $high AND (e.last IS NULL OR e.last <= date($last))
  AND (size($types) = 0 OR e.type IN $types) AND (size($quads) = 0 OR e.quad IN $quads)
  AND (size($statuses) = 0 OR e.status IN $statuses) AND e.sources >= $sources
  AND (size($places) = 0 OR size([(e)-[:AT]->(p:Place) WHERE p.id IN $places | p.id]) > 0)
MATCH (e)-[:DID|TO|MEDIATED]-(a:Actor)
RETURN a.id AS id, a.name AS name, count(DISTINCT e) AS events
ORDER BY events DESC, id
LIMIT $limit
