// In which days, months or years actors did something to one another in events that pass every filter.
// param $length    how much of a key is told apart: 10 for days, 7 for months, 4 for years
// param $low       least key of an event, such as '2019-08-25'
// param $high      key below which events are read, such as '2019-09-01'; '~' for all
// param $last      last day of the window, ISO text; what may lie beyond it is left out
// param $types     PLOVER types, empty for all
// param $quads     quad classes, empty for all
// param $statuses  statuses; those that count as having happened are actual, ongoing and attempted
// param $sources   fewest independent sources
// param $places    ids of places, empty for all
// param $limit     most rows to return
// example $length = 7
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
// returns actor, recipient, quad, bin, events
MATCH (e:Event)
WHERE e.key >= $low AND e.key < $high AND (e.last IS NULL OR e.last <= date($last))
  AND (size($types) = 0 OR e.type IN $types) AND (size($quads) = 0 OR e.quad IN $quads)
  AND e.status IN $statuses AND e.sources >= $sources
  AND (size($places) = 0 OR size([(e)-[:AT]->(p:Place) WHERE p.id IN $places | p.id]) > 0)
MATCH (e)<-[:DID]-(a:Actor)
MATCH (e)-[:TO]->(b:Actor)
WITH e, a.id AS actor, b.id AS recipient
WHERE actor <> recipient
RETURN actor AS actor, recipient AS recipient, e.quad AS quad, substring(e.key, 0, $length) AS bin,
       count(*) AS events
ORDER BY bin, actor, recipient, quad
LIMIT $limit
