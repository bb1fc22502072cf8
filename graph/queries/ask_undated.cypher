// Events that could not be dated, with the words that failed.
// param $limit  most rows to return
// example $limit = 50
// returns event, summary, status, expression, sentence
// column expression  the words of time that named no day, empty where the sentence has none
MATCH (e:Event)<-[:OF]-(r:Report)
WHERE e.key >= 'undated'
RETURN e.id AS event, e.summary AS summary, e.status AS status, r.expression AS expression, r.quote AS sentence
ORDER BY event, sentence
LIMIT $limit
