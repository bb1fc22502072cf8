// How many events may lie in a window but are left out of it: their earliest to latest day overlaps it, and they are of no one day, or their likeliest day lies outside.
// param $first  first day of the window, ISO text
// param $last   last day of the window, ISO text
// param $low    least key of an event whose likeliest day is so near that the window may hold it, such as '2019-08-13'
// param $high   key below which such events are read, such as '2020-01-08'
// param $limit  most rows to return
// example $first = "2019-08-20"
// sample $first = from
// example $last = "2019-12-31"
// sample $last = to
// example $low = "2019-08-13"
// sample $low = from
// example $high = "2020-01-08"
// sample $high = until
// example $limit = 25
// returns events
OPTIONAL MATCH (e:Event)
WHERE e.grain IN ['weekend', 'week', 'month', 'quarter', 'season', 'half', 'year', 'decade', 'century']
  AND (e.first IS NULL OR e.first <= date($last)) AND (e.last IS NULL OR e.last >= date($first))
  AND (e.first IS NULL OR e.last IS NULL OR e.first < date($first) OR e.last > date($last))
WITH count(e) AS coarse
OPTIONAL MATCH (d:Event)
WHERE d.key >= $low AND d.key < $high AND d.earliest <= date($last) AND d.latest >= date($first)
  AND (d.first < date($first) OR d.first > date($last))
WITH coarse, count(d) AS near
RETURN coarse + near AS events
ORDER BY events
LIMIT $limit
