// What one article says, in the order of its text.
// param $article  id of the article
// param $limit    most rows to return
// example $article = "a1"
// sample $article = article
// example $limit = 25
// returns id, event, type, mode, status, summary, quad, first, last, edtf, grain, basis, expression, when_start, when_end, start, end, trigger_start, trigger_end, rule
MATCH (:Article {id: $article})<-[:IN]-(r:Report)-[:OF]->(e:Event)
RETURN r.id AS id, e.id AS event, r.type AS type, r.mode AS mode, r.status AS status, e.summary AS summary,
       e.quad AS quad, r.first AS first, r.last AS last, r.edtf AS edtf, r.grain AS grain, r.basis AS basis,
       r.expression AS expression, r.when_start AS when_start, r.when_end AS when_end,
       r.start AS start, r.end AS end,
       r.trigger_start AS trigger_start, r.trigger_end AS trigger_end, r.rule AS rule
ORDER BY start, trigger_start, id
LIMIT $limit
