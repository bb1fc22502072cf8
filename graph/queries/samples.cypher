// What the examples of the console are filled with: an event of a busy pair, and what it is tied to.
// param $least  fewest events of the pair, in nine digits: 000000001
// param $limit  most rows to return
// example $least = "000000001"
// example $limit = 1
// returns actor, actor_name, recipient, recipient_name, sign, event, summary, day, place, place_name, latitude, longitude, article, title, member
MATCH (t:Tie)
WHERE t.key >= $least AND t.key < '~'
WITH t
ORDER BY t.key DESC, t.id
LIMIT 5
MATCH (a:Actor {id: t.actor})-[:DID]->(e:Event)-[:TO]->(b:Actor {id: t.recipient})
WHERE e.first IS NOT NULL AND e.last IS NOT NULL AND e.first.year = e.last.year AND e.status = 'actual'
OPTIONAL MATCH (e)-[:AT]->(p:Place)
WITH t, a, b, e, p
ORDER BY p.id IS NULL, t.key DESC, e.key DESC
LIMIT 1
MATCH (e)<-[:OF]-(:Report)-[:IN]->(n:Article)
OPTIONAL MATCH (m:Actor)-[:PART_OF]->(:Actor)
WITH t, a, b, e, p, n, m
ORDER BY n.id, m.id
LIMIT 1
RETURN a.id AS actor, a.name AS actor_name, b.id AS recipient, b.name AS recipient_name, t.sign AS sign, e.id AS event,
       e.summary AS summary, e.first AS day, p.id AS place, p.name AS place_name,
       p.latitude AS latitude, p.longitude AS longitude,
       n.id AS article, n.title AS title, m.id AS member
ORDER BY event
LIMIT $limit
