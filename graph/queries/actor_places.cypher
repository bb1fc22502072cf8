// Where one actor's events were, most events first.
// param $actor  id of the actor
// param $limit  most rows to return
// example $actor = "israel"
// example $limit = 25
// returns id, name, country, events
MATCH (a:Actor {id: $actor})-[:DID|TO|MEDIATED]-(e:Event)
WITH DISTINCT e
MATCH (e)-[:AT]->(p:Place)
RETURN p.id AS id, p.name AS name, p.country AS country, count(e) AS events
ORDER BY events DESC, id
LIMIT $limit
