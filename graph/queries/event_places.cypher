// Every place named by the reports of one event, with the words that name it.
// param $event  id of the event
// param $limit  most rows to return
// example $event = "e1"
// sample $event = event
// example $limit = 25
// returns report, id, name, text, start, end
MATCH (e:Event {id: $event})<-[:OF]-(r:Report)-[l:LIES_IN]->(p:Place)
RETURN r.id AS report, p.id AS id, p.name AS name, l.text AS text, l.start AS start, l.end AS end
ORDER BY report, start, id
LIMIT $limit
