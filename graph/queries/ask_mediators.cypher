// Who mediated, between whom, and when; there may be none.
// param $limit  most rows to return
// example $limit = 50
// returns mediator, event, actors, recipients, first
// column actors      who acted in the event
// column recipients  whom it was done to or with
// column first       first day of the event
MATCH (m:Actor)-[:MEDIATED]->(e:Event)
RETURN m.name AS mediator, e.summary AS event,
       [(e)<-[:DID]-(a:Actor) | a.name] AS actors, [(e)-[:TO]->(b:Actor) | b.name] AS recipients, e.first AS first
ORDER BY first DESC, mediator, event
LIMIT $limit
