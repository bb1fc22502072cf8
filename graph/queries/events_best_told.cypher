// The events of some days that most sources tell, then those with most reports, then the gravest.
// param $low       least key of an event, such as '2019-08-25'
// param $high      key below which events are read
// param $last      last day, ISO text
// param $types     PLOVER types, empty for all
// param $quads     quad classes, empty for all
// param $statuses  statuses that count
// param $sources   fewest independent sources
// param $actors    ids of actors one of whom must take part, empty for all
// param $places    ids of places, empty for all
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
// example $actors = ["israel", "egypt"]
// sample $actors = actors
// example $places = []
// example $limit = 25
// returns id, sources, reports, weight
MATCH (e:Event)
WHERE e.key >= $low AND e.key < $high AND e.last <= date($last) AND e.status IN $statuses
  AND (size($types) = 0 OR e.type IN $types) AND (size($quads) = 0 OR e.quad IN $quads) AND e.sources >= $sources
  AND (size($actors) = 0 OR size([(e)-[:DID|TO|MEDIATED]-(a:Actor) WHERE a.id IN $actors | a.id]) > 0)
  AND (size($places) = 0 OR size([(e)-[:AT]->(p:Place) WHERE p.id IN $places | p.id]) > 0)
RETURN e.id AS id, e.sources AS sources, e.reports AS reports, abs(e.score) AS weight
ORDER BY sources DESC, reports DESC, weight DESC, id
LIMIT $limit
