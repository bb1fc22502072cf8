// How many nodes of each label the graph holds.
// returns Article, Report, Event, Actor, Place, Tie, Total, Bin
CALL { MATCH (n:Article) RETURN count(n) AS article_count }
CALL { MATCH (n:Report) RETURN count(n) AS report_count }
CALL { MATCH (n:Event) RETURN count(n) AS event_count }
CALL { MATCH (n:Actor) RETURN count(n) AS actor_count }
CALL { MATCH (n:Place) RETURN count(n) AS place_count }
CALL { MATCH (n:Tie) RETURN count(n) AS tie_count }
CALL { MATCH (n:Total) RETURN count(n) AS total_count }
CALL { MATCH (n:Bin) RETURN count(n) AS bin_count }
RETURN article_count AS Article, report_count AS Report, event_count AS Event, actor_count AS Actor,
       place_count AS Place, tie_count AS Tie, total_count AS Total, bin_count AS Bin
ORDER BY Article
LIMIT 1
