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
// returns first, last, starts, VC, MC, VX, MX, unsure_VC, unsure_MC, unsure_VX, unsure_MX
// column unsure_MX how many of those of MX have days that are only probable or about right
MATCH (b:Bin {grain: $grain})
WHERE b.first >= date($first) AND b.first <= date($last)
RETURN b.first AS first, b.last AS last, b.starts AS starts, b.VC AS VC, b.MC AS MC, b.VX AS VX, b.MX AS MX,
  b.unsure_VC AS unsure_VC, b.unsure_MC AS unsure_MC, b.unsure_VX AS unsure_VX, b.unsure_MX AS unsure_MX
ORDER BY first
LIMIT $limit
