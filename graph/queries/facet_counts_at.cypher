// How many events of a range of keys were at some places, by type, quad class, status and whether they have a day.
// param $places   ids of the places
// param $low      least key of an event, such as '2019-08-25'
// param $high     key below which events are read, such as '2019-09-01'; '~' for all
// param $last     last day of the window, ISO text; what may lie beyond it is left out
// param $sources  fewest independent sources
// param $actors   ids of actors one of whom must take part, empty for all
// param $limit    most rows to return
// example $places = ["gaza"]
// sample $places = places
// example $low = "2019-01-01"
// sample $low = from
// example $high = "2020-01-01"
// sample $high = until
// example $last = "2019-12-31"
// sample $last = to
// example $sources = 1
// example $actors = []
// example $limit = 25
// returns type, quad, status, is_dated, events
UNWIND $places AS place
MATCH (p:Place {id: place})<-[:AT]-(e:Event)
WHERE e.key >= $low AND e.key < $high AND (e.last IS NULL OR e.last <= date($last)) AND e.sources >= $sources
  AND (size($actors) = 0 OR size([(e)-[:DID|TO|MEDIATED]-(a:Actor) WHERE a.id IN $actors | a.id]) > 0)
RETURN e.type AS type, e.quad AS quad, e.status AS status, e.key < 'undated' AS is_dated,
       count(DISTINCT e) AS events
ORDER BY type, quad, status, is_dated
LIMIT $limit
