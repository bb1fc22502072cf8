// Names, kinds and countries of actors.
// param $ids    ids of the actors
// param $limit  most rows to return
// example $ids = ["israel", "hamas"]
// sample $ids = actors
// example $limit = 25
// returns id, name, kind, country
UNWIND $ids AS id
MATCH (a:Actor {id: id})
RETURN a.id AS id, a.name AS name, a.kind AS kind, a.country AS country
ORDER BY id
LIMIT $limit
