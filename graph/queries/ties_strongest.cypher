// What the named actors did to one another, by direction and sign; words: how many were hostile words, the most first.
// param $actors  ids of the actors
// param $signs   hostile, cooperative, empty for both
// param $least   fewest events of a tie, in nine digits: 000000001
// param $limit   most rows to return
// example $actors = ["israel", "hamas", "egypt"]
// sample $actors = actors
// example $signs = []
// example $least = "000000001"
// example $limit = 25
// returns actor, recipient, sign, events, words, score, first, last
MATCH (t:Tie)
WHERE t.key >= $least AND t.key < '~'
WITH t
WHERE t.actor IN $actors AND t.recipient IN $actors AND (size($signs) = 0 OR t.sign IN $signs)
RETURN t.actor AS actor, t.recipient AS recipient, t.sign AS sign, t.events AS events, t.words AS words,
       t.score AS score, t.first AS first, t.last AS last
ORDER BY events DESC, actor, recipient, sign
LIMIT $limit
