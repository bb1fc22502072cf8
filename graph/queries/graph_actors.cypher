// The actors who did most to others or had most done to them.
// param $least  fewest acts of an actor, of all types together, in nine digits: 000000001
// param $types  PLOVER types to count, empty for all
// param $limit  most rows to return
// example $least = "000000001"
// example $types = ["ASSAULT", "AID"]
// example $limit = 25
// returns id, events
MATCH (t:Total)
WHERE t.key >= $least
WITH t.id AS id,
     CASE WHEN size($types) = 0 THEN t.acts
          ELSE reduce(acts = 0, type IN $types | acts + coalesce(t[type], 0)) END AS events
WHERE events > 0
RETURN id AS id, events AS events
ORDER BY events DESC, id
LIMIT $limit
