// How many nodes of each label the graph holds.
// returns Article, Report, Event, Actor, Place, Bin
OPTIONAL MATCH (n:Article) WITH count(n) AS articles
OPTIONAL MATCH (n:Report) WITH articles, count(n) AS reports
OPTIONAL MATCH (n:Event) WITH articles, reports, count(n) AS events
OPTIONAL MATCH (n:Actor) WITH articles, reports, events, count(n) AS actors
OPTIONAL MATCH (n:Place) WITH articles, reports, events, actors, count(n) AS places
OPTIONAL MATCH (n:Bin) WITH articles, reports, events, actors, places, count(n) AS bins
RETURN articles AS Article, reports AS Report, events AS Event, actors AS Actor, places AS Place, bins AS Bin
ORDER BY Article
LIMIT 1
