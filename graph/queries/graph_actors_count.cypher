// How many actors did something to others or had something done to them.
// param $types  PLOVER types to count, empty for all
// param $limit  most rows to return
// example $types = ["ASSAULT", "AID"]
// example $limit = 25
// returns actors
MATCH (t:Total)
WITH CASE WHEN size($types) = 0 THEN t.acts
          ELSE reduce(acts = 0, type IN $types | acts + coalesce(t[type], 0)) END AS events
WHERE events > 0
RETURN count(*) AS actors
ORDER BY actors
LIMIT $limit
