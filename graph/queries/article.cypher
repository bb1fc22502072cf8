// One article, with its text and the marks of its times, actors and places as JSON.
// param $article  id of the article
// example $article = "a1"
// sample $article = article
// returns id, title, url, source, language, published, published_first, published_last, published_basis, published_reasons, ingested, text, marks
MATCH (a:Article {id: $article})
RETURN a.id AS id, a.title AS title, a.url AS url, a.source AS source, a.language AS language,
       a.published AS published, a.published_first AS published_first, a.published_last AS published_last,
       a.published_basis AS published_basis, a.published_reasons AS published_reasons,
       a.ingested AS ingested, a.text AS text, a.marks AS marks
ORDER BY id
LIMIT 1
