// Events that one event is about (a threat and the deed it threatens), and events that are about it; there may be none.
// param $event  id of the event
// param $limit  most rows to return
// example $event = "e7"
// sample $event = event
// example $limit = 25
// returns direction, id, type, status, summary, first
MATCH (e:Event {id: $event})<-[:OF]-(r:Report)-[:IN]->(:Article)<-[:IN]-(other:Report)-[:OF]->(f:Event)
WHERE f.id <> e.id AND (other.under = r.id OR r.under = other.id)
RETURN DISTINCT CASE WHEN other.under = r.id THEN 'content' ELSE 'frame' END AS direction,
       f.id AS id, f.type AS type, f.status AS status, f.summary AS summary, f.first AS first
ORDER BY direction, first, id
LIMIT $limit
