// How many events were at some places.
// param $places  ids of the places
// param $limit   most rows to return
// example $places = ["gaza"]
// sample $places = places
// example $limit = 25
// returns events
UNWIND $places AS place
MATCH (p:Place {id: place})
RETURN sum(COUNT { (p)<-[:AT]-() }) AS events
ORDER BY events
LIMIT $limit
