// The events of some days that most sources tell, then those with most reports, then the gravest.
// param $low       least key of an event, such as '2019-08-25'
// param $high      key below which events are read
// param $last      last day, ISO text
// param $statuses  statuses that count
// param $limit     most rows to return
// example $low = "2019-01-01"
// example $high = "2020-01-01"
// example $last = "2019-12-31"
// example $statuses = ["actual", "ongoing", "attempted"]
// example $limit = 25
// returns id, sources, reports, weight
MATCH (e:Event)
WHERE e.key >= $low AND e.key < $high AND e.last <= date($last) AND e.status IN $statuses
RETURN e.id AS id, e.sources AS sources, e.reports AS reports, abs(e.score) AS weight
ORDER BY sources DESC, reports DESC, weight DESC, id
LIMIT $limit
