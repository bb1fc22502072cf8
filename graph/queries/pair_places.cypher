// Where what two actors did to each other was, most events first.
// param $a      id of the one actor
// param $b      id of the other
// param $limit  most rows to return
// example $a = "israel"
// sample $a = actor
// example $b = "hamas"
// sample $b = recipient
// example $limit = 25
// returns id, name, country, events
UNWIND [[$a, $b], [$b, $a]] AS way
MATCH (:Actor {id: way[0]})-[:DID]->(e:Event)
MATCH (e)-[:TO]->(:Actor {id: way[1]})
WITH DISTINCT e
MATCH (e)-[:AT]->(p:Place)
RETURN p.id AS id, p.name AS name, p.country AS country, count(e) AS events
ORDER BY events DESC, id
LIMIT $limit
