// Who did one event, to whom, and who mediated.
// param $event  id of the event
// param $limit  most rows to return
// example $event = "e1"
// sample $event = event
// example $limit = 25
// returns role, id, name, kind, country
MATCH (e:Event {id: $event})-[r:DID|TO|MEDIATED]-(a:Actor)
RETURN type(r) AS role, a.id AS id, a.name AS name, a.kind AS kind, a.country AS country
ORDER BY role, name, id
LIMIT $limit
