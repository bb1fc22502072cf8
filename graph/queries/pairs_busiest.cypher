// Who did most to whom, in hostility or in cooperation; words: how many were hostile words.
// param $least  fewest events of a tie, in nine digits: 000000001
// param $limit  most rows to return
// example $least = "000000001"
// example $limit = 25
// returns actor, actor_name, recipient, recipient_name, sign, events, words
MATCH (t:Tie)
WHERE t.key >= $least AND t.key < '~'
MATCH (one:Actor {id: t.actor})
MATCH (other:Actor {id: t.recipient})
RETURN t.actor AS actor, one.name AS actor_name, t.recipient AS recipient, other.name AS recipient_name,
       t.sign AS sign, t.events AS events, t.words AS words
ORDER BY events DESC, actor, recipient, sign
LIMIT $limit
