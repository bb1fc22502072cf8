// What the named actors did to one another, summed by direction and sign; words: how many were hostile words, the most first.
// param $actors  ids of the actors
// param $types   PLOVER types to count, empty for all
// param $quads   quad classes to count, empty for all
// param $limit   most rows to return
// example $actors = ["israel", "hamas", "egypt"]
// sample $actors = actors
// example $types = []
// example $quads = []
// example $limit = 25
// returns actor, recipient, sign, events, words, score, first, last
// column words  how many of the hostile events were words, not acts
// column score  sum of the events' scores by PLOVER's table, from -10 (force) to +10 (aid) for each event: the lower, the more hostile
UNWIND $actors AS id
MATCH (a:Actor {id: id})-[x:ACTED_ON]->(b:Actor)
WHERE (size($types) = 0 OR x.type IN $types) AND (size($quads) = 0 OR x.quad IN $quads)
WITH id AS actor, b.id AS recipient,
     CASE WHEN x.quad IN ['VC', 'MC'] THEN 'cooperative' ELSE 'hostile' END AS sign,
     sum(x.events) AS events, sum(CASE WHEN x.quad = 'VX' THEN x.events ELSE 0 END) AS words,
     sum(x.score) AS score, min(x.first) AS first, max(x.last) AS last
WHERE recipient IN $actors
RETURN actor AS actor, recipient AS recipient, sign AS sign, events AS events, words AS words, score AS score,
       first AS first, last AS last
ORDER BY events DESC, actor, recipient, sign
LIMIT $limit
