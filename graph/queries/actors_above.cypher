// The organisations that actors belong to.
// param $ids    ids of the actors
// param $limit  most rows to return
// example $ids = ["idf", "hamas"]
// sample $ids = members
// example $limit = 25
// returns actor, organisation
UNWIND $ids AS id
MATCH (a:Actor {id: id})-[:PART_OF]->(o:Actor)
RETURN DISTINCT a.id AS actor, o.id AS organisation
ORDER BY actor, organisation
LIMIT $limit
