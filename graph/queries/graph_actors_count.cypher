// How many actors did something to others or had something done to them.
// param $types  PLOVER types to count, empty for all
// param $quads  quad classes to count, empty for all
// param $limit  most rows to return
// example $types = []
// example $quads = []
// example $limit = 25
// returns actors
MATCH (a:Actor)-[x:ACTED_ON]->(b:Actor)
WHERE (size($types) = 0 OR x.type IN $types) AND (size($quads) = 0 OR x.quad IN $quads)
UNWIND [a.id, b.id] AS id
RETURN count(DISTINCT id) AS actors
ORDER BY actors
LIMIT $limit
