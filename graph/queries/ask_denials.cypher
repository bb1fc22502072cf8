// What was denied, by whom and in which words; there may be none.
// param $limit  most rows to return
// example $limit = 50
// returns speaker, sentence, event, article, published
// column speaker  who denies it
// column event    what is denied
MATCH (s:Actor)<-[n:NAMES]-(r:Report)-[:IN]->(a:Article)
WHERE r.status = 'denied' AND n.role = 'speaker'
MATCH (r)-[:OF]->(e:Event)
RETURN s.name AS speaker, r.quote AS sentence, e.summary AS event, a.title AS article, a.published AS published
ORDER BY published IS NULL, published DESC, speaker, sentence
LIMIT $limit
