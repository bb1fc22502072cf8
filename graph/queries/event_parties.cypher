// Who had a part in events, by event and role.
// param $ids    ids of the events
// param $limit  most rows to return
// example $ids = ["e1", "e2"]
// sample $ids = events
// example $limit = 25
// returns event, role, id, name, kind
UNWIND $ids AS event
MATCH (e:Event {id: event})-[r:DID|TO|MEDIATED]-(a:Actor)
RETURN e.id AS event, type(r) AS role, a.id AS id, a.name AS name, a.kind AS kind
ORDER BY event, role, name, id
LIMIT $limit
