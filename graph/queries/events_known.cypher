// Which of these ids are events.
// param $ids    ids that may be of events
// param $limit  most rows to return
// example $ids = ["e1", "e2"]
// sample $ids = events
// example $limit = 25
// returns id, reports
UNWIND $ids AS id
MATCH (e:Event {id: id})
RETURN e.id AS id, e.reports AS reports
ORDER BY id
LIMIT $limit
