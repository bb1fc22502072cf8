// The days on which most happened.
// param $limit  most rows to return
// example $limit = 25
// returns day, events, hostile_acts, hostile_words, cooperation
// column events         all events that begin on the day, whatever their status
// column hostile_acts   events that happened on that day alone and were hostile in acts, such as attacks
// column hostile_words  the same, hostile in words, such as accusations and threats
// column cooperation    the same, friendly in words or acts
MATCH (b:Bin)
WHERE b.grain = 'day'
RETURN b.first AS day, b.starts AS events, b.MX AS hostile_acts, b.VX AS hostile_words, b.VC + b.MC AS cooperation
ORDER BY events DESC, day DESC
LIMIT $limit
