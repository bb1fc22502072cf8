// Every place named by the reports of one article, with the words that name it.
// param $article  id of the article
// param $limit    most rows to return
// example $article = "a1"
// sample $article = article
// example $limit = 25
// returns id, name, text, start, end
MATCH (:Article {id: $article})<-[:IN]-(:Report)-[l:LIES_IN]->(p:Place)
RETURN DISTINCT p.id AS id, p.name AS name, l.text AS text, l.start AS start, l.end AS end
ORDER BY start, end, id
LIMIT $limit
