// The partners of one actor, the most events first, with what passed either way; partners: how many there are.
// param $actor  id of the actor
// param $limit  most rows to return
// example $actor = "israel"
// sample $actor = actor
// example $limit = 25
// returns partner, events, partners
CALL {
  MATCH (t:Tie {actor: $actor}) RETURN t.recipient AS other, t.events AS number
  UNION ALL
  MATCH (t:Tie {recipient: $actor}) RETURN t.actor AS other, t.events AS number
}
WITH other, sum(number) AS events
ORDER BY events DESC, other
WITH collect({partner: other, events: events}) AS found
UNWIND found[0..$limit] AS one
RETURN one.partner AS partner, one.events AS events, size(found) AS partners
ORDER BY events DESC, partner
LIMIT $limit
