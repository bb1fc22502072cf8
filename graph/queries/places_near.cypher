// Places with coordinates inside a frame, those with most events first.
// param $south  least latitude
// param $north  greatest latitude
// param $west   least longitude
// param $east   greatest longitude
// param $limit  most rows to return
// example $south = 25.0
// sample $south = south
// example $north = 35.0
// sample $north = north
// example $west = 30.0
// sample $west = west
// example $east = 40.0
// sample $east = east
// example $limit = 25
// returns id, name, kind, latitude, longitude, events
MATCH (p:Place)
WHERE p.latitude >= $south AND p.latitude <= $north AND p.longitude >= $west AND p.longitude <= $east
OPTIONAL MATCH (p)<-[:AT]-(e:Event)
RETURN p.id AS id, p.name AS name, p.kind AS kind, p.latitude AS latitude, p.longitude AS longitude,
       count(e) AS events
ORDER BY events DESC, id
LIMIT $limit
