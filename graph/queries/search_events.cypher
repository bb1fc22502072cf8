// Events whose summary holds every word of a text, the latest first and undated ones last.
// param $text   words, each with + before it, the last one may end in *
// param $exact  spellings one of which it must hold as it is written, none for any
// param $limit  most rows to return
// example $text = "+israel +ham*"
// sample $text = event_words
// example $exact = []
// example $limit = 25
// returns id, key
CALL db.index.fulltext.queryNodes('event_summaries', $text) YIELD node
WITH node
WHERE size($exact) = 0 OR any(one IN $exact WHERE node.summary CONTAINS one)
RETURN node.id AS id, node.key AS key
ORDER BY key >= 'undated', key DESC
LIMIT $limit
