// What one actor belongs to, and who belongs to it, with offices and their dates; there may be none.
// param $actor  id of the actor
// param $limit  most rows to return
// example $actor = "israel"
// sample $actor = member
// example $limit = 25
// returns direction, id, name, kind, office, first, last, source
MATCH (a:Actor {id: $actor})-[m:PART_OF]-(b:Actor)
RETURN CASE WHEN startNode(m).id = $actor THEN 'of' ELSE 'has' END AS direction,
       b.id AS id, b.name AS name, b.kind AS kind, m.office AS office, m.first AS first, m.last AS last,
       m.source AS source
ORDER BY direction DESC, first DESC, name, id, office
LIMIT $limit
