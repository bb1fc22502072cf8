// Counts by quad class of the days, months or years that lie in a window, the earliest first.
// param $grain  day, month or year
// param $first  first day of the window, ISO text
// param $last   last day of the window, ISO text
// param $limit  most rows to return
// example $grain = "month"
// example $first = "2019-01-01"
// sample $first = from
// example $last = "2019-12-31"
// sample $last = to
// example $limit = 25
// returns first, last, starts, VC, MC, VX, MX
MATCH (b:Bin {grain: $grain})
WHERE b.first >= date($first) AND b.first <= date($last)
RETURN b.first AS first, b.last AS last, b.starts AS starts, b.VC AS VC, b.MC AS MC, b.VX AS VX, b.MX AS MX
ORDER BY first
LIMIT $limit
