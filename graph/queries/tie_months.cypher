// What one actor did to another, by month and quad class with events and score (`2019-08 MX 3 -28.5`), for each sign.
// param $ids    ids of ties: actor, recipient and sign, as in `israel~hamas~hostile`
// param $limit  most rows to return
// example $ids = ["israel~hamas~hostile", "israel~hamas~cooperative"]
// sample $ids = ties
// example $limit = 25
// returns id, events, months
UNWIND $ids AS id
MATCH (t:Tie {id: id})
RETURN t.id AS id, t.events AS events, t.months AS months
ORDER BY id
LIMIT $limit
