// A mark that every write changes, when that was, and as what counting left it: as long as it stands, so does the graph.
// param $limit  most rows to return
// example $limit = 1
// returns state, changed, counted
MATCH (m:Meta {id: 'state'})
RETURN m.state AS state, m.changed AS changed, m.counted AS counted
ORDER BY state
LIMIT $limit
