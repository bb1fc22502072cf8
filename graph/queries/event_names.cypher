// Every actor named by the reports of one event, with the words that name it.
// param $event  id of the event
// param $limit  most rows to return
// example $event = "e1"
// sample $event = event
// example $limit = 25
// returns report, role, id, name, text, start, end
MATCH (e:Event {id: $event})<-[:OF]-(r:Report)-[n:NAMES]->(a:Actor)
RETURN r.id AS report, n.role AS role, a.id AS id, a.name AS name, n.text AS text, n.start AS start, n.end AS end
ORDER BY report, start, role, id
LIMIT $limit
