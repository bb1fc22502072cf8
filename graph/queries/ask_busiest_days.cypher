// The days on which most happened.
// param $limit  most rows to return
// example $limit = 25
// returns day, events, hostile_acts, hostile_words, cooperation
MATCH (b:Bin)
WHERE b.grain = 'day'
RETURN b.first AS day, b.starts AS events, b.MX AS hostile_acts, b.VX AS hostile_words, b.VC + b.MC AS cooperation
ORDER BY events DESC, day DESC
LIMIT $limit
