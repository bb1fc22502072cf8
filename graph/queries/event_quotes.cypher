// The sentences that tell events, with the articles they stand in.
// param $ids    ids of the events
// param $limit  most rows to return
// example $ids = ["e1", "e2"]
// sample $ids = events
// example $limit = 25
// returns event, report, quote, start, first, last, expression, article, title, source, published
UNWIND $ids AS event
MATCH (e:Event {id: event})<-[:OF]-(r:Report)-[:IN]->(n:Article)
RETURN e.id AS event, r.id AS report, r.quote AS quote, r.start AS start, r.first AS first, r.last AS last,
       r.expression AS expression, n.id AS article, n.title AS title, n.source AS source, n.published AS published
ORDER BY event, published, report
LIMIT $limit
