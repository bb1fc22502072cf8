// How many events may lie in a window but are not known to: their earliest to latest day overlaps its edge.
// param $first  first day of the window, ISO text
// param $last   last day of the window, ISO text
// param $limit  most rows to return
// example $first = "2019-08-20"
// sample $first = from
// example $last = "2019-12-31"
// sample $last = to
// example $limit = 25
// returns events
MATCH (e:Event)
WHERE e.grain IN ['weekend', 'week', 'month', 'quarter', 'season', 'half', 'year', 'decade', 'century']
  AND (e.first IS NULL OR e.first <= date($last)) AND (e.last IS NULL OR e.last >= date($first))
  AND (e.first IS NULL OR e.last IS NULL OR e.first < date($first) OR e.last > date($last))
RETURN count(e) AS events
ORDER BY events
LIMIT $limit
