// Events on whose number of dead the reports disagree; there may be none.
// param $limit  most rows to return
// example $limit = 50
// returns event, summary, first, lowest, highest, reports
// column lowest   the smallest number of dead any report gives
// column highest  the greatest number of dead any report gives
// column reports  how many reports tell the event
// column first    first day of the event
MATCH (e:Event)
WHERE e.killed_low < e.killed_high AND e.reports > 1
RETURN e.id AS event, e.summary AS summary, e.first AS first, e.killed_low AS lowest, e.killed_high AS highest,
       e.reports AS reports
ORDER BY highest DESC, event
LIMIT $limit
