// Events by id, with what a list shows of each, the latest first.
// param $ids    ids of the events
// param $limit  most rows to return
// example $ids = ["e1", "e2"]
// sample $ids = events
// example $limit = 25
// returns id, key, type, mode, quad, score, status, first, last, edtf, earliest, latest, grain, basis, summary, reports, sources, hour_first, hour_last
UNWIND $ids AS id
MATCH (e:Event {id: id})
RETURN e.id AS id, e.key AS key, e.type AS type, e.mode AS mode, e.quad AS quad, e.score AS score,
       e.status AS status, e.first AS first, e.last AS last, e.edtf AS edtf,
       e.earliest AS earliest, e.latest AS latest, e.grain AS grain, e.basis AS basis, e.summary AS summary, e.reports AS reports, e.sources AS sources,
       e.hour_first AS hour_first, e.hour_last AS hour_last
ORDER BY key DESC
LIMIT $limit
