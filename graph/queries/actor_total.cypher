// What is counted of one actor: its events, by month and quad class (`2019-08 MX 3`), and by place (`gaza 3`).
// param $actor  id of the actor
// example $actor = "israel"
// sample $actor = actor
// returns events, acts, kinds, months, places
MATCH (t:Total {id: $actor})
RETURN t.events AS events, t.acts AS acts, t.kinds AS kinds, t.months AS months, t.places AS places
ORDER BY events
LIMIT 1
