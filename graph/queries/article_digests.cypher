// Which of some articles the graph holds, with the digest of each as it was read.
// param $ids    ids of articles
// param $limit  most rows to return
// returns id, sha256
// example $ids = ["a1", "a2"]
// sample $ids = articles
// example $limit = 10
UNWIND $ids AS id
MATCH (a:Article {id: id})
RETURN a.id AS id, a.sha256 AS sha256
ORDER BY id
LIMIT $limit
