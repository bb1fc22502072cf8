// What one actor did to another in a range of days, the latest first; reads the events of those days, not those of an actor.
// param $a       id of the one actor
// param $b       id of the other
// param $low     least key of an event, such as '2019-08-25'
// param $before  key below which events are read, such as '2019-09-01'
// param $limit   most rows to return
// example $a = "israel"
// sample $a = actor
// example $b = "hamas"
// sample $b = recipient
// example $low = "2019-01-01"
// sample $low = from
// example $before = "2020-01-01"
// sample $before = until
// example $limit = 25
// returns id, key, type, mode, quad, status, first, last, edtf, grain, summary, reports, sources
MATCH (e:Event)
WHERE e.key >= $low AND e.key < $before
  AND size([(e)<-[:DID]-(x:Actor) WHERE x.id = $a | x.id]) > 0
  AND size([(e)-[:TO]->(y:Actor) WHERE y.id = $b | y.id]) > 0
RETURN e.id AS id, e.key AS key, e.type AS type, e.mode AS mode, e.quad AS quad, e.status AS status,
       e.first AS first, e.last AS last, e.edtf AS edtf, e.grain AS grain, e.summary AS summary,
       e.reports AS reports, e.sources AS sources
ORDER BY key DESC
LIMIT $limit
