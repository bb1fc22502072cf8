// The articles which report one event, with their text.
// param $event  id of the event
// param $limit  most rows to return
// example $event = "e1"
// sample $event = event
// example $limit = 25
// returns id, text
MATCH (e:Event {id: $event})<-[:OF]-(:Report)-[:IN]->(a:Article)
RETURN DISTINCT a.id AS id, a.text AS text
ORDER BY id
LIMIT $limit
