// What the named actors did to others and had done to them, summed by direction and sign; words: how many were hostile words.
// param $actors  ids of the actors
// param $types   PLOVER types to count, empty for all
// param $quads   quad classes to count, empty for all
// param $limit   most rows to return
// example $actors = ["israel", "egypt"]
// sample $actors = actors
// example $types = []
// example $quads = []
// example $limit = 25
// returns actor, recipient, sign, events, words, score, first, last
// column words  how many of the hostile events were words, not acts
// column score  sum of the events' scores by PLOVER's table, from -10 (force) to +10 (aid) for each event: the lower, the more hostile
UNWIND $actors AS id
MATCH (n:Actor {id: id})-[x:ACTED_ON]-(m:Actor)
WHERE (size($types) = 0 OR x.type IN $types) AND (size($quads) = 0 OR x.quad IN $quads)
WITH DISTINCT x, startNode(x) AS a, endNode(x) AS b
RETURN a.id AS actor, b.id AS recipient,
       CASE WHEN x.quad IN ['VC', 'MC'] THEN 'cooperative' ELSE 'hostile' END AS sign,
       sum(x.events) AS events, sum(CASE WHEN x.quad = 'VX' THEN x.events ELSE 0 END) AS words,
       sum(x.score) AS score, min(x.first) AS first, max(x.last) AS last
ORDER BY events DESC, actor, recipient, sign
LIMIT $limit
