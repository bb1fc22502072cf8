// One actor.
// param $actor  id of the actor
// example $actor = "israel"
// sample $actor = actor
// returns id, name, kind, country, sector, wikidata, aliases
MATCH (a:Actor {id: $actor})
RETURN a.id AS id, a.name AS name, a.kind AS kind, a.country AS country, a.sector AS sector,
       a.wikidata AS wikidata, a.aliases AS aliases
ORDER BY id
LIMIT 1
