// How many events that pass every other filter may lie in a window but are left out of it: their earliest to latest day overlaps it, and they are of no one day, or their likeliest day lies outside. What has no first day stands with what has no date.
// param $first     first day of the window, ISO text
// param $last      last day of the window, ISO text
// param $low       least key of an event whose likeliest day is so near that the window may hold it, such as '2019-08-13'
// param $high      key below which such events are read, such as '2020-01-08'
// param $types     PLOVER types, empty for all
// param $quads     quad classes, empty for all
// param $statuses  statuses, empty for all
// param $sources   fewest independent sources
// param $actors    ids of actors one of whom must take part, empty for all
// param $places    ids of places, empty for all
// param $limit     most rows to return
// example $first = "2019-08-20"
// sample $first = from
// example $last = "2019-12-31"
// sample $last = to
// example $low = "2019-08-13"
// sample $low = from
// example $high = "2020-01-08"
// sample $high = until
// example $types = []
// example $quads = []
// example $statuses = ["actual", "ongoing", "attempted"]
// example $sources = 1
// example $actors = []
// example $places = []
// example $limit = 25
// returns events
OPTIONAL MATCH (e:Event)
WHERE e.grain IN ['weekend', 'week', 'month', 'quarter', 'season', 'half', 'year', 'decade', 'century', 'unknown']
  AND e.first <= date($last) AND (e.last IS NULL OR e.last >= date($first))
  AND (e.first < date($first) OR e.last > date($last))
  AND (size($types) = 0 OR e.type IN $types) AND (size($quads) = 0 OR e.quad IN $quads)
  AND (size($statuses) = 0 OR e.status IN $statuses) AND e.sources >= $sources
  AND (size($actors) = 0 OR size([(e)-[:DID|TO|MEDIATED]-(a:Actor) WHERE a.id IN $actors | a.id]) > 0)
  AND (size($places) = 0 OR size([(e)-[:AT]->(p:Place) WHERE p.id IN $places | p.id]) > 0)
WITH count(e) AS coarse
OPTIONAL MATCH (d:Event)
WHERE d.key >= $low AND d.key < $high AND d.earliest <= date($last) AND d.latest >= date($first)
  AND (d.first < date($first) OR d.first > date($last))
  AND (size($types) = 0 OR d.type IN $types) AND (size($quads) = 0 OR d.quad IN $quads)
  AND (size($statuses) = 0 OR d.status IN $statuses) AND d.sources >= $sources
  AND (size($actors) = 0 OR size([(d)-[:DID|TO|MEDIATED]-(a:Actor) WHERE a.id IN $actors | a.id]) > 0)
  AND (size($places) = 0 OR size([(d)-[:AT]->(p:Place) WHERE p.id IN $places | p.id]) > 0)
WITH coarse, count(d) AS near
RETURN coarse + near AS events
ORDER BY events
LIMIT $limit
