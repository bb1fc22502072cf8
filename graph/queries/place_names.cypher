// Names of places.
// param $ids    ids of the places
// param $limit  most rows to return
// example $ids = ["gaza"]
// sample $ids = places
// example $limit = 25
// returns id, name, country
UNWIND $ids AS id
MATCH (p:Place {id: id})
RETURN p.id AS id, p.name AS name, p.country AS country
ORDER BY id
LIMIT $limit
