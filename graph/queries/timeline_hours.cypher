// Events that pass every filter in a range of keys, counted by day, the hours they are told for, and quad class.
// param $low       least key of an event, such as '2019-08-25'
// param $high      key below which events are read, such as '2019-09-01'
// param $last      last day of the window, ISO text; what may lie beyond it is left out
// param $types     PLOVER types, empty for all
// param $quads     quad classes, empty for all
// param $statuses  statuses, empty for all
// param $sources   fewest independent sources
// param $actors    ids of actors one of whom must take part, empty for all
// param $places    ids of places, empty for all
// param $limit     most rows to return
// example $low = "2019-08-24"
// sample $low = from
// example $high = "2019-08-28"
// sample $high = until
// example $last = "2019-08-27"
// sample $last = to
// example $types = []
// example $quads = []
// example $statuses = ["actual", "ongoing", "attempted"]
// example $sources = 1
// example $actors = []
// example $places = []
// example $limit = 25
// returns day, hour_first, hour_last, quad, is_unsure, events
// column is_unsure whether the day is only probable or about right
MATCH (e:Event)
WHERE e.key >= $low AND e.key < $high AND (e.last IS NULL OR e.last <= date($last))
  AND (size($types) = 0 OR e.type IN $types) AND (size($quads) = 0 OR e.quad IN $quads)
  AND (size($statuses) = 0 OR e.status IN $statuses) AND e.sources >= $sources
  AND (size($actors) = 0 OR size([(e)-[:DID|TO|MEDIATED]-(a:Actor) WHERE a.id IN $actors | a.id]) > 0)
  AND (size($places) = 0 OR size([(e)-[:AT]->(p:Place) WHERE p.id IN $places | p.id]) > 0)
RETURN e.first AS day, e.hour_first AS hour_first, e.hour_last AS hour_last, e.quad AS quad,
  (e.edtf CONTAINS '?' OR e.edtf CONTAINS '~' OR e.edtf CONTAINS '%') AS is_unsure, count(e) AS events
ORDER BY day, hour_first, hour_last, quad, is_unsure
LIMIT $limit
