// What the examples of the console are filled with: of some events one of the busiest pair, and what it is tied to.
// param $ids    ids of the events
// param $limit  most rows to return
// example $ids = ["e1", "e2"]
// sample $ids = events
// example $limit = 1
// returns actor, actor_name, recipient, recipient_name, sign, event, summary, day, place, place_name, latitude, longitude, article, title, beginning, member
UNWIND $ids AS id
MATCH (e:Event {id: id})
WHERE e.first IS NOT NULL AND e.last IS NOT NULL AND e.first.year = e.last.year
MATCH (e)<-[:DID]-(a:Actor)
MATCH (e)-[:TO]->(b:Actor)
OPTIONAL MATCH (e)-[:AT]->(p:Place)
WITH a, b, e, p, a.id + '~' + b.id + '~' + CASE WHEN e.quad IN ['VC', 'MC'] THEN 'cooperative' ELSE 'hostile' END AS tie
MATCH (t:Tie {id: tie})
WITH t, a, b, e, p
ORDER BY p.id IS NULL, t.key DESC, e.key DESC, t.id, p.id
LIMIT 1
MATCH (e)<-[:OF]-(:Report)-[:IN]->(n:Article)
OPTIONAL MATCH (m:Actor)-[:PART_OF]->(:Actor)
WITH t, a, b, e, p, n, m
ORDER BY n.id, m.id
LIMIT 1
RETURN a.id AS actor, a.name AS actor_name, b.id AS recipient, b.name AS recipient_name, t.sign AS sign, e.id AS event,
       e.summary AS summary, e.first AS day, p.id AS place, p.name AS place_name,
       p.latitude AS latitude, p.longitude AS longitude,
       n.id AS article, n.title AS title, substring(n.text, 0, 200) AS beginning, m.id AS member
ORDER BY event
LIMIT $limit
