// Ties by id: what one actor did to another under one sign; words: how many were hostile words.
// param $ids    ids of ties: actor, recipient and sign, as in `israel~hamas~hostile`
// param $limit  most rows to return
// example $ids = ["israel~hamas~hostile", "hamas~israel~hostile"]
// sample $ids = ties
// example $limit = 25
// returns actor, recipient, sign, events, words, score, first, last
UNWIND $ids AS id
MATCH (t:Tie {id: id})
RETURN t.actor AS actor, t.recipient AS recipient, t.sign AS sign, t.events AS events, t.words AS words,
       t.score AS score, t.first AS first, t.last AS last
ORDER BY actor, recipient, sign
LIMIT $limit
