// One event, with its place.
// param $event  id of the event
// example $event = "e1"
// sample $event = event
// returns id, type, mode, quad, score, status, first, last, edtf, earliest, latest, grain, summary, reports, sources, killed_low, killed_high, injured_low, injured_high, abducted_low, abducted_high, detained_low, detained_high, displaced_low, displaced_high, perpetrators, confidences, place_id, place, place_country, place_kind, place_grain, place_town, place_region, place_centre, latitude, longitude
MATCH (e:Event {id: $event})
OPTIONAL MATCH (e)-[:AT]->(p:Place)
RETURN e.id AS id, e.type AS type, e.mode AS mode, e.quad AS quad, e.score AS score, e.status AS status,
       e.first AS first, e.last AS last, e.edtf AS edtf,
       e.earliest AS earliest, e.latest AS latest, e.grain AS grain, e.summary AS summary,
       e.reports AS reports, e.sources AS sources,
       e.killed_low AS killed_low, e.killed_high AS killed_high,
       e.injured_low AS injured_low, e.injured_high AS injured_high,
       e.abducted_low AS abducted_low, e.abducted_high AS abducted_high,
       e.detained_low AS detained_low, e.detained_high AS detained_high,
       e.displaced_low AS displaced_low, e.displaced_high AS displaced_high,
       e.perpetrators AS perpetrators, e.confidences AS confidences,
       p.id AS place_id, p.name AS place, p.country AS place_country, p.kind AS place_kind,
       p.grain AS place_grain, p.town AS place_town, p.region AS place_region, p.centre AS place_centre,
       p.latitude AS latitude, p.longitude AS longitude
ORDER BY place_id
LIMIT 1
