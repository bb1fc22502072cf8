// The event that an event which is no more became part of; there may be none.
// param $event  id of the event that is no more
// example $event = "e0"
// returns target
MATCH (r:Redirect {id: $event})
RETURN r.target AS target
ORDER BY target
LIMIT 1
