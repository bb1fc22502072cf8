// The reports of one event, by the day their article came out.
// param $event  id of the event
// param $limit  most rows to return
// example $event = "e1"
// sample $event = event
// example $limit = 25
// returns id, type, mode, cameo, status, under, first, last, edtf, grain, basis, expression, when_start, when_end, weapon, perpetrators, confidences, killed_low, killed_high, injured_low, injured_high, abducted_low, abducted_high, detained_low, detained_high, displaced_low, displaced_high, quote, start, end, trigger_start, trigger_end, rule, merged_by, merge_score, merge_reasons, article, title, source, url, published
MATCH (e:Event {id: $event})<-[o:OF]-(r:Report)-[:IN]->(a:Article)
RETURN r.id AS id, r.type AS type, r.mode AS mode, r.cameo AS cameo, r.status AS status, r.under AS under,
       r.first AS first, r.last AS last, r.edtf AS edtf, r.grain AS grain, r.basis AS basis,
       r.expression AS expression, r.when_start AS when_start, r.when_end AS when_end,
       r.weapon AS weapon, r.perpetrators AS perpetrators, r.confidences AS confidences,
       r.killed_low AS killed_low, r.killed_high AS killed_high,
       r.injured_low AS injured_low, r.injured_high AS injured_high,
       r.abducted_low AS abducted_low, r.abducted_high AS abducted_high,
       r.detained_low AS detained_low, r.detained_high AS detained_high,
       r.displaced_low AS displaced_low, r.displaced_high AS displaced_high,
       r.quote AS quote, r.start AS start, r.end AS end,
       r.trigger_start AS trigger_start, r.trigger_end AS trigger_end, r.rule AS rule,
       o.by AS merged_by, o.score AS merge_score, o.reasons AS merge_reasons,
       a.id AS article, a.title AS title, a.source AS source, a.url AS url, a.published AS published
ORDER BY published, article, start, id
LIMIT $limit
