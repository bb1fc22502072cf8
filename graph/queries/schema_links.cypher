// How many relationships of each type the graph holds.
// param $limit  most rows to return
// example $limit = 50
// returns type, relationships
MATCH ()-[r]->()
RETURN type(r) AS type, count(r) AS relationships
ORDER BY type
LIMIT $limit
