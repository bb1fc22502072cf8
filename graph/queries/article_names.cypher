// Every actor named by the reports of one article, with the words that name it.
// param $article  id of the article
// param $limit    most rows to return
// example $article = "a1"
// sample $article = article
// example $limit = 25
// returns id, name, role, text, start, end
MATCH (:Article {id: $article})<-[:IN]-(:Report)-[n:NAMES]->(a:Actor)
RETURN DISTINCT a.id AS id, a.name AS name, n.role AS role, n.text AS text, n.start AS start, n.end AS end
ORDER BY start, end, role, id
LIMIT $limit
