// Which properties the nodes of each label have, from a few of each.
// param $limit  most rows to return
// example $limit = 500
// returns label, property
CALL {
  MATCH (n:Article) WITH n LIMIT 20 RETURN 'Article' AS kind, n AS node
  UNION ALL MATCH (n:Report) WITH n LIMIT 50 RETURN 'Report' AS kind, n AS node
  UNION ALL MATCH (n:Event) WITH n LIMIT 50 RETURN 'Event' AS kind, n AS node
  UNION ALL MATCH (n:Actor) WITH n LIMIT 50 RETURN 'Actor' AS kind, n AS node
  UNION ALL MATCH (n:Place) WITH n LIMIT 50 RETURN 'Place' AS kind, n AS node
  UNION ALL MATCH (n:Tie) WITH n LIMIT 10 RETURN 'Tie' AS kind, n AS node
  UNION ALL MATCH (n:Total) WITH n LIMIT 50 RETURN 'Total' AS kind, n AS node
  UNION ALL MATCH (n:Bin) WITH n LIMIT 10 RETURN 'Bin' AS kind, n AS node
}
UNWIND keys(node) AS property
RETURN DISTINCT kind AS label, property AS property
ORDER BY label, property
LIMIT $limit
