// How many events a range of keys holds, by type, quad class and status.
// param $low    least key of an event, such as '2019-08-25'
// param $high   key below which events are read, such as '2019-09-01'; '~' for all
// param $limit  most rows to return
// example $low = "2019-01-01"
// example $high = "2020-01-01"
// example $limit = 25
// returns type, quad, status, events
MATCH (e:Event)
WHERE e.key >= $low AND e.key < $high
RETURN e.type AS type, e.quad AS quad, e.status AS status, count(e) AS events
ORDER BY type, quad, status
LIMIT $limit
