// A mark that every write changes: as long as it stands, so does the graph.
// param $limit  most rows to return
// example $limit = 1
// returns state
MATCH (m:Meta {id: 'state'})
RETURN m.state AS state
ORDER BY state
LIMIT $limit
