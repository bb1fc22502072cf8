// Where the events were that pass every other filter in a range of keys, and how many, the most first.
// param $low       least key of an event, such as '2019-08-25'
// param $high      key below which events are read, such as '2019-09-01'; '~' for all
// param $last      last day of the window, ISO text; what may lie beyond it is left out
// param $types     PLOVER types, empty for all
// param $quads     quad classes, empty for all
// param $statuses  statuses, empty for all
// param $sources   fewest independent sources
// param $actors    ids of actors one of whom must take part, empty for all
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
// example $actors = []
// example $limit = 25
// returns id, name, events
MATCH (e:Event)
WHERE e.key >= $low AND e.key < $high AND (e.last IS NULL OR e.last <= date($last))
  AND (size($types) = 0 OR e.type IN $types) AND (size($quads) = 0 OR e.quad IN $quads)
  AND (size($statuses) = 0 OR e.status IN $statuses) AND e.sources >= $sources
  AND (size($actors) = 0 OR size([(e)-[:DID|TO|MEDIATED]-(a:Actor) WHERE a.id IN $actors | a.id]) > 0)
MATCH (e)-[:AT]->(p:Place)
RETURN p.id AS id, p.name AS name, count(DISTINCT e) AS events
ORDER BY events DESC, id
LIMIT $limit
