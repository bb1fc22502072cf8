// How many events of each type and status some days, months or years hold, as texts such as 'AID actual 3'.
// param $ids    ids of the bins
// param $limit  most rows to return
// example $ids = ["month/2019-08", "undated"]
// sample $ids = bins
// example $limit = 25
// returns id, first, last, kinds
UNWIND $ids AS id
MATCH (b:Bin {id: id})
RETURN b.id AS id, b.first AS first, b.last AS last, b.kinds AS kinds
ORDER BY id
LIMIT $limit
