// Events told by several independent sources; opens as a timeline.
// param $sources  fewest sources
// param $limit    most rows to return
// example $sources = 2
// example $limit = 50
// returns event
MATCH (e:Event)
WHERE e.sources >= $sources
RETURN e AS event
ORDER BY e.sources DESC, e.key DESC
LIMIT $limit
