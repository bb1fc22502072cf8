// Where events were.
// param $ids    ids of the events
// param $limit  most rows to return
// example $ids = ["e1", "e5"]
// sample $ids = events
// example $limit = 25
// returns event, id, name
UNWIND $ids AS event
MATCH (e:Event {id: event})-[:AT]->(p:Place)
RETURN e.id AS event, p.id AS id, p.name AS name
ORDER BY event, id
LIMIT $limit
