// What actors did to one another in events at some places that pass every filter, summed by direction and sign; words: how many were hostile words.
// param $places    ids of the places
// param $low       least key of an event, such as '2019-08-25'
// param $high      key below which events are read, such as '2019-09-01'; '~' for all
// param $last      last day of the window, ISO text; what may lie beyond it is left out
// param $types     PLOVER types, empty for all
// param $quads     quad classes, empty for all
// param $statuses  statuses; those that count as having happened are actual, ongoing and attempted
// param $sources   fewest independent sources
// param $actors    ids of actors one of whom must take part, empty for all
// param $limit     most rows to return
// example $places = ["gaza"]
// sample $places = places
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
// returns actor, recipient, sign, events, words, score, first, last
// column words  how many of the hostile events were words, not acts
// column score  sum of the events' scores by PLOVER's table, from -10 (force) to +10 (aid) for each event: the lower, the more hostile
UNWIND $places AS place
MATCH (p:Place {id: place})<-[:AT]-(e:Event)
WHERE e.key >= $low AND e.key < $high AND (e.last IS NULL OR e.last <= date($last))
  AND (size($types) = 0 OR e.type IN $types) AND (size($quads) = 0 OR e.quad IN $quads)
  AND e.status IN $statuses AND e.sources >= $sources
WITH DISTINCT e
MATCH (e)<-[:DID]-(a:Actor)
MATCH (e)-[:TO]->(b:Actor)
WITH e, a.id AS actor, b.id AS recipient
WHERE actor <> recipient AND (size($actors) = 0 OR actor IN $actors OR recipient IN $actors)
RETURN actor AS actor, recipient AS recipient,
       CASE WHEN e.quad IN ['VC', 'MC'] THEN 'cooperative' ELSE 'hostile' END AS sign,
       count(*) AS events, sum(CASE WHEN e.quad = 'VX' THEN 1 ELSE 0 END) AS words,
       sum(e.score) AS score, min(e.first) AS first, max(e.last) AS last
ORDER BY events DESC, actor, recipient, sign
LIMIT $limit
