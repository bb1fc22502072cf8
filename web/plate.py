"""What stands around a picture of the graph that leaves the page: title, filters, legend, source and day."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from graph.export.told import INKS
from web.colours import SWATCHES, Legend
from web.lettering import width_of, wrapped
from web.moments import day_in_words
from web.network import legend_of
from web.shapes import corners_of

TITLE = 1.5
SMALL = 0.85
LINE = 1.4
MARGIN = 1.0
BETWEEN = 1.6
# how far the words of the legend stand from where their symbol begins
INDENTS = {"": 0.0, "cooperative": 2.6, "hostile": 2.6}
INDENT = 1.5
Lines = tuple[tuple[str, str], ...]
SIGNS: Lines = (("cooperative", "cooperation"), ("hostile", "hostility"))
LINES = (*SIGNS, ("", "thicker: more events; larger: more on its lines; the arrow points to the recipient"))
CHANGES = (*SIGNS, ("", "strong lines: new or turned; faint: kept; grey: gone; the arrow points to the recipient"))


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of a plate. swatches: of the actors by number."""

    paper: str
    ink: str
    soft: str
    hostile: str
    cooperative: str
    swatches: tuple[str, ...] = SWATCHES


# the picture by itself, and the page in its two themes
PRINTED = Palette("#ffffff", "#16202a", "#55606c", INKS["hostile"], INKS["cooperative"])
THEMES = {
    "light": Palette("#ffffff", "#16202a", "#55606c", "#d9622b", "#2a9d8a"),
    "dark": Palette("#181f26", "#e8ebee", "#a3adb8", "#ea6f3a", "#2fa792"),
}


@dataclass(frozen=True, slots=True)
class About:
    """What is said of a picture. told: its filters, how much is shown, what is left out; lines: what lines mean.

    shapes: those that are drawn, with their words; colours: what each colour means.
    """

    title: str
    told: tuple[str, ...]
    lines: Lines
    shapes: tuple[tuple[str, str], ...]
    colours: Legend
    source: str


@dataclass(frozen=True, slots=True)
class Text:
    """A line of text. kind: title, told or source."""

    x: float
    y: float
    size: float
    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Key:
    """One line of the legend at its baseline. symbol: cooperative, hostile, a shape, "colour", or "" for words alone.

    text_x: where its words begin; size: of its type; colour: the number of its colour.
    """

    x: float
    y: float
    text_x: float
    size: float
    symbol: str
    colour: int
    text: str

    @property
    def middle(self) -> tuple[float, float]:
        """Give the middle of its symbol."""
        return round(self.x + 0.55 * self.size, 1), round(self.y - 0.35 * self.size, 1)

    @property
    def points(self) -> str:
        """Give the corners of its shape, "" for a disc."""
        return corners_of(self.symbol, *self.middle, 0.5 * self.size)


@dataclass(frozen=True, slots=True)
class Plate:
    """Text and legend around a picture. above, below: how high they are; font: the size of type."""

    texts: tuple[Text, ...]
    keys: tuple[Key, ...]
    above: float
    below: float
    font: float
    palette: Palette


def about_of(
    title: str, told: Iterable[str], shapes: Iterable[str], colours: Legend, address: str, lines: Lines = LINES
) -> About:
    """Say what a picture shows. shapes: that are drawn; address: of the page it is made from."""
    made = day_in_words(datetime.now(UTC).date(), with_weekday=False)
    return About(
        title=title,
        told=tuple(filter(None, told)),
        lines=lines,
        shapes=legend_of(shapes),
        colours=colours,
        source=f"Source: Casus, which codes events from news by rule. Made on {made} from {address}",
    )


def plate_of(about: About, left: float, top: float, wide: float, high: float, font: float, palette: Palette) -> Plate:
    """Set text and legend above and below a picture that begins at left and top, with type of the size `font`."""
    room, x = wide - 2 * MARGIN * font, left + MARGIN * font
    head = [("title", TITLE * font, line) for line in wrapped(about.title, room, TITLE * font)]
    head += [("told", font, line) for told in about.told for line in wrapped(told, room, font)]
    above = MARGIN * font + sum(size * LINE for _, size, _ in head)
    keys, foot = _keys(about, x, top + high + MARGIN * font, room, font)
    source = [("source", SMALL * font, line) for line in wrapped(about.source, room, SMALL * font)]
    texts = (*_texts(head, x, top - above + MARGIN * font), *_texts(source, x, foot + 0.4 * font))
    below = foot + 0.4 * font + len(source) * SMALL * font * LINE + MARGIN * font - (top + high)
    return Plate(texts, keys, round(above, 1), round(below, 1), font, palette)


def _texts(lines: Iterable[tuple[str, float, str]], x: float, top: float) -> Iterator[Text]:
    """Set lines below one another, the first right under `top`."""
    for kind, size, text in lines:
        yield Text(round(x, 1), round(top + size, 1), round(size, 1), kind, text)
        top += size * LINE


def _keys(about: About, left: float, top: float, room: float, font: float) -> tuple[tuple[Key, ...], float]:
    """Set the legend in rows as wide as there is room, each kind in rows of its own; give it with where it ends."""
    found: list[Key] = []
    size = round(SMALL * font, 1)
    for group in (about.lines, about.shapes, tuple(("colour", words) for _, words in about.colours)):
        x, y = left, top + size
        for number, (symbol, words) in enumerate(group):
            indent = INDENTS.get(symbol, INDENT) * size
            first, *more = wrapped(words, room - indent, size)
            if x > left and x + indent + width_of(first, size) > left + room:
                x, y = left, y + size * LINE
            colour = about.colours[number][0] if symbol == "colour" else 0
            found.append(Key(round(x, 1), round(y, 1), round(x + indent, 1), size, symbol, colour, first))
            for line in more:
                y += size * LINE
                found.append(Key(round(x, 1), round(y, 1), round(x + indent, 1), size, "", 0, line))
            x += indent + width_of(first, size) + BETWEEN * size
        top = y + size * (LINE - 1) if group else top
    return tuple(found), top
