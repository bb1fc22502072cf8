// Events that a report of these days may tell: those of some types in a range of keys.
// param $low    least key of an event, such as '2019-08-25'
// param $high   key below which events are read, such as '2019-09-01'
// param $types  PLOVER types
// param $limit  most rows to return
// example $low = "2019-08-20"
// sample $low = from
// example $high = "2019-09-01"
// sample $high = until
// example $types = ["ASSAULT", "CONSULT"]
// example $limit = 20000
// returns id, key
MATCH (e:Event)
WHERE e.key >= $low AND e.key < $high AND e.type IN $types
RETURN e.id AS id, e.key AS key
ORDER BY key
LIMIT $limit
