"""A network as one HTML file that opens offline: its script, its data and its table are inside."""

import base64
import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from html import escape
from pathlib import Path
from typing import Any

from graph.export.told import Colophon, Quote, Quotes, Tie, TieQuotes

FOLDER = Path(__file__).parent
PAGE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>{style}</style>
</head>
<body>
<main>
<h1>{title}</h1>
<p class="soft">Made on {made} from {address}. {remark}</p>
<p class="soft">{licence}</p>
<div id="picture">
<div id="canvas" tabindex="0" role="application" aria-describedby="how" \
aria-label="Graph of actors; the table below holds the same"></div>
<div id="chosen" aria-live="polite"></div>
</div>
<p class="soft" id="how">Click a line for the sentences behind it, or an actor for its lines. By keyboard: arrow keys \
go from line to line, the strongest first, Enter leads to the sentences.</p>
<p class="key"><span><i class="line"></i> cooperation</span> <span><i class="line hostile"></i> hostility</span> \
<span class="soft">labels and thickness: events; size: events on all its lines; the arrow points to the \
recipient</span></p>
<p class="key">{legend}</p>
<details open><summary>The same as a table</summary>
<table><thead><tr><th scope="col">Actor</th><th scope="col">Recipient</th><th scope="col">Sign</th>\
<th scope="col" class="n">Events</th><th scope="col" class="n">Score</th></tr></thead>
<tbody>
{rows}
</tbody></table></details>
<details open><summary>The sentences behind it</summary>
<p class="soft">{remark_of_quotes}</p>
{quotes}</details>
<details><summary>The query behind it</summary><pre>{query}</pre></details>
</main>
<script type="application/json" id="network">{data}</script>
<script>{library}</script>
<script>{script}</script>
</body>
</html>
"""


def standalone_text(
    network: Mapping[str, Any],
    ties: Iterable[Tie],
    names: Mapping[str, str],
    colophon: Colophon,
    *,
    library: str,
    quotes: Quotes,
    swatches: Sequence[str],
    legend: Iterable[tuple[str, str, str]] = (),
) -> str:
    """Give the page. network: nodes, edges and options for vis-network, whose script is `library`.

    swatches: the colours of communities, each as #rrggbb; legend: what shapes and colours mean, as a sign, its colour
    or "", and words.

    Its own policy lets nothing run but the two scripts inside, and nothing be asked of any server.
    """
    style, script = ((FOLDER / f"standalone.{kind}").read_text("utf-8") for kind in ("css", "js"))
    # a browser reads line ends as \n before it compares the hash
    library = library.replace("\r\n", "\n").replace("\r", "\n")
    scripts = " ".join(_hash(text) for text in (library, script))
    # vis-network writes the styles of its own elements, so styles alone are free
    policy = f"default-src 'none'; script-src {scripts}; style-src 'unsafe-inline'; img-src data: blob:"
    told = {_id(tie): number for number, tie in enumerate(quotes.ties) if tie.quotes}
    return PAGE.format(
        policy=policy,
        title=escape(colophon.title),
        style=style,
        made=colophon.made.isoformat(),
        address=escape(colophon.address),
        remark=escape(colophon.remark),
        licence=escape(colophon.licence),
        legend=" ".join(_key(*one) for one in legend),
        rows="\n".join(_row(tie, names, told.get(_id(tie))) for tie in ties),
        remark_of_quotes=escape(quotes.remark),
        quotes="\n".join(_told(tie, names, told[_id(tie)]) for tie in quotes.ties if tie.quotes),
        query=escape(colophon.query),
        data=script_json({**network, "swatches": list(swatches)}),
        library=library,
        script=script,
    )


def script_json(value: Any) -> str:
    """Give a value as JSON that cannot end the script tag it stands in.

    >>> script_json("</script>")
    '"\\\\u003c/script\\\\u003e"'
    """
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for letter in "<>&\u2028\u2029":
        text = text.replace(letter, f"\\u{ord(letter):04x}")
    return text


def _hash(text: str) -> str:
    """Name a script as a policy does."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def _id(tie: Tie | TieQuotes) -> str:
    """Give the id a tie has in the picture."""
    return f"{tie.actor}~{tie.recipient}~{tie.sign}"


def _key(sign: str, colour: str, words: str) -> str:
    """Give one entry of the legend."""
    style = f' style="color:{escape(colour)}"' if colour else ""
    return f'<span><span class="soft"{style} aria-hidden="true">{escape(sign)}</span> {escape(words)}</span>'


def _row(tie: Tie, names: Mapping[str, str], number: int | None) -> str:
    """Give one tie as a row of the table. number: of its sentences, None where the page has none of them."""
    words = (names.get(tie.actor, tie.actor), names.get(tie.recipient, tie.recipient), tie.sign)
    cells = "".join(f"<td>{escape(word)}</td>" for word in words)
    count = f"{tie.events} {tie.sign} event{'' if tie.events == 1 else 's'}"
    label = escape(f"{count} of {words[0]} towards {words[1]}: the sentences")
    events = str(tie.events) if number is None else f'<a href="#tie-{number}" aria-label="{label}">{tie.events}</a>'
    score = f'<td class="n">{tie.score:+.1f}</td>'
    return f'<tr tabindex="-1" data-tie="{escape(_id(tie))}">{cells}<td class="n">{events}</td>{score}</tr>'


def _told(tie: TieQuotes, names: Mapping[str, str], number: int) -> str:
    """Give the sentences behind one tie."""
    actor, recipient = (escape(names.get(id_, id_)) for id_ in (tie.actor, tie.recipient))
    count = f"{len(tie.quotes)} of {tie.events} events" if tie.events > 1 else "1 event"
    lines = "".join(map(_line, tie.quotes))
    heading = f"<h2>{actor} → {recipient} <small>{tie.sign}, {count}</small></h2>"
    back = '<p><a class="back" href="#canvas">Back to the picture</a></p>'
    place = f'id="tie-{number}" tabindex="-1" data-told="{escape(_id(tie))}"'
    return f"<section {place}>{heading}<ul>{lines}</ul>{back}</section>"


def _line(quote: Quote) -> str:
    """Give one sentence with its event's day, and the article it stands in."""
    cited = quote.citation
    title = escape(cited.title or "Untitled article")
    link = f'<a rel="noreferrer" href="{escape(cited.url)}">{title}</a>' if cited.url else title
    published = cited.published.isoformat() if cited.published else "no day known"
    more = f"; told by {quote.reports} reports" if quote.reports > 1 else ""
    when = ", ".join(escape(part) for part in (quote.when, quote.status) if part)
    source = f"{link}, {escape(cited.source)}, {published}" if cited.source else f"{link}, {published}"
    return f'<li><b>{when}</b><blockquote>{escape(cited.sentence)}</blockquote><p class="soft">{source}{more}</p></li>'
