// The sentences that say what one actor did to another.
// param $actor      name of who acted
// param $recipient  name of whom it was done to
// param $limit      most rows to return
// example $actor = "Israel"
// sample $actor = actor_name
// example $recipient = "Hamas"
// sample $recipient = recipient_name
// example $limit = 50
// returns first, type, status, sentence, source, rule
// column first  first day of the event
// column rule   the rule that coded the sentence
MATCH (:Actor {name: $actor})-[:DID]->(e:Event)-[:TO]->(:Actor {name: $recipient})
MATCH (e)<-[:OF]-(r:Report)-[:IN]->(a:Article)
RETURN e.first AS first, r.type AS type, r.status AS status, r.quote AS sentence, a.source AS source, r.rule AS rule
ORDER BY first DESC, sentence, source, rule, type, status
LIMIT $limit
