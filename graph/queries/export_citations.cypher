// The sentences that tell events, with the articles they stand in and their addresses.
// param $ids    ids of the events
// param $limit  most rows to return
// example $ids = ["e1"]
// sample $ids = events
// example $limit = 25
// returns event, sentence, title, source, url, published
UNWIND $ids AS event
MATCH (e:Event {id: event})<-[:OF]-(r:Report)-[:IN]->(a:Article)
RETURN e.id AS event, r.quote AS sentence, a.title AS title, a.source AS source, a.url AS url,
       a.published AS published
ORDER BY event, published, title, sentence
LIMIT $limit
