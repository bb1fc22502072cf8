// Events by id with all an export tells of them but parties and sentences.
// param $ids    ids of the events
// param $limit  most rows to return
// example $ids = ["e1"]
// sample $ids = events
// example $limit = 25
// returns id, summary, type, mode, quad, status, first, last, edtf, grain, score, reports, sources, killed_low, killed_high, injured_low, injured_high, perpetrators, confidences, place, grain_of_place, town, region, country, latitude, longitude
UNWIND $ids AS event
MATCH (e:Event {id: event})
OPTIONAL MATCH (e)-[:AT]->(p:Place)
RETURN e.id AS id, e.summary AS summary, e.type AS type, e.mode AS mode, e.quad AS quad, e.status AS status,
       e.first AS first, e.last AS last, e.edtf AS edtf, e.grain AS grain, e.score AS score,
       e.reports AS reports, e.sources AS sources,
       e.killed_low AS killed_low, e.killed_high AS killed_high,
       e.injured_low AS injured_low, e.injured_high AS injured_high,
       e.perpetrators AS perpetrators, e.confidences AS confidences,
       p.name AS place, p.grain AS grain_of_place, p.town AS town, p.region AS region, p.country AS country, p.latitude AS latitude, p.longitude AS longitude
ORDER BY id, place
LIMIT $limit
