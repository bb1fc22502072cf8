// The events of some days some actors had a part in that most sources tell, then those with most reports.
// param $actors    ids of the actors
// param $low       least key of an event, such as '2019-08-25'
// param $high      key below which events are read
// param $last      last day, ISO text
// param $types     PLOVER types, empty for all
// param $quads     quad classes, empty for all
// param $statuses  statuses that count
// param $sources   fewest independent sources
// param $places    ids of places, empty for all
// param $limit     most rows to return
// example $actors = ["israel", "egypt"]
// sample $actors = actors
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
// returns id, sources, reports, weight
UNWIND $actors AS actor
MATCH (a:Actor {id: actor})-[:DID|TO|MEDIATED]-(e:Event)
WHERE e.key >= $low AND e.key < $high AND e.last <= date($last) AND e.status IN $statuses
  AND (size($types) = 0 OR e.type IN $types) AND (size($quads) = 0 OR e.quad IN $quads) AND e.sources >= $sources
  AND (size($places) = 0 OR size([(e)-[:AT]->(p:Place) WHERE p.id IN $places | p.id]) > 0)
RETURN DISTINCT e.id AS id, e.sources AS sources, e.reports AS reports, abs(e.score) AS weight
ORDER BY sources DESC, reports DESC, weight DESC, id
LIMIT $limit
