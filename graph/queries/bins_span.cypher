// The years that have events, and the bin of what has no day.
// param $limit  most rows to return
// example $limit = 25
// returns id, first, last, starts, VC, MC, VX, MX
MATCH (b:Bin)
WHERE b.grain IN ['year', 'undated']
RETURN b.id AS id, b.first AS first, b.last AS last, b.starts AS starts,
       b.VC AS VC, b.MC AS MC, b.VX AS VX, b.MX AS MX
ORDER BY id
LIMIT $limit
