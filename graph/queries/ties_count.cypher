// How many ties there are: what one actor did to another, hostility and cooperation apart.
// param $limit  most rows to return
// example $limit = 1
// returns ties
MATCH (t:Tie)
RETURN count(t) AS ties
ORDER BY ties
LIMIT $limit
