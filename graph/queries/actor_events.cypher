// The events one actor had a part in, the latest first.
// param $actor   id of the actor
// param $low      least key of an event, such as '2019-08-25'; '' for any
// param $before   key below which events are read, such as '2019-09-01'; '~' for all
// param $limit   most rows to return
// example $actor = "israel"
// sample $actor = actor
// example $low = "2019-01-01"
// sample $low = from
// example $before = "~"
// example $limit = 25
// returns id, key, role, type, mode, quad, status, first, last, edtf, grain, summary, reports, sources
MATCH (a:Actor {id: $actor})-[r:DID|TO|MEDIATED]-(e:Event)
WHERE e.key >= $low AND e.key < $before
RETURN e.id AS id, e.key AS key, min(type(r)) AS role, e.type AS type, e.mode AS mode, e.quad AS quad,
       e.status AS status, e.first AS first, e.last AS last, e.edtf AS edtf, e.grain AS grain,
       e.summary AS summary, e.reports AS reports, e.sources AS sources
ORDER BY key DESC
LIMIT $limit
