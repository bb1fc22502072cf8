// Of each tie the latest events that pass every filter, those without a day last.
// param $actors    ids of those who act in the ties
// param $ties      ids of ties: actor, recipient and sign, as in `israel~hamas~hostile`
// param $each      most events of a tie
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
// example $ties = ["israel~hamas~hostile"]
// sample $ties = ties
// example $each = 3
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
// returns tie, ids
UNWIND $actors AS id
MATCH (a:Actor {id: id})-[:DID]->(e:Event)-[:TO]->(b:Actor)
WHERE e.key >= $low AND e.key < $high AND (e.last IS NULL OR e.last <= date($last))
  AND (size($types) = 0 OR e.type IN $types) AND (size($quads) = 0 OR e.quad IN $quads)
  AND e.status IN $statuses AND e.sources >= $sources
  AND (size($places) = 0 OR size([(e)-[:AT]->(p:Place) WHERE p.id IN $places | p.id]) > 0)
WITH a.id + '~' + b.id + '~' + CASE WHEN e.quad IN ['VC', 'MC'] THEN 'cooperative' ELSE 'hostile' END AS tie, e
WHERE tie IN $ties
WITH DISTINCT tie, e.id AS event, e.key AS key
ORDER BY key >= '9999-99', key DESC
WITH tie, collect(event)[..$each] AS ids
RETURN tie, ids
ORDER BY tie
LIMIT $limit
