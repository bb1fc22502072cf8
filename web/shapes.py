"""The shapes that actors are drawn in, as corners."""

import math

STAR = tuple((number * math.pi / 5, 1.2 if number % 2 == 0 else 0.5) for number in range(10))
CORNERS: dict[str, tuple[tuple[float, float], ...]] = {
    "square": ((-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)),
    "diamond": ((0, -1.2), (1.2, 0), (0, 1.2), (-1.2, 0)),
    "hexagon": ((-0.5, -0.9), (0.5, -0.9), (1, 0), (0.5, 0.9), (-0.5, 0.9), (-1, 0)),
    "triangle": ((0, -1.1), (1.1, 0.8), (-1.1, 0.8)),
    "triangleDown": ((0, 1.1), (1.1, -0.8), (-1.1, -0.8)),
    "star": tuple((reach * math.sin(turn), -reach * math.cos(turn)) for turn, reach in STAR),
}
# where they stand in a line of text
GLYPHS = {
    "dot": "●",
    "square": "■",
    "diamond": "◆",
    "star": "★",
    "hexagon": "⬢",
    "triangleDown": "▼",
    "triangle": "▲",
}


def corners_of(shape: str, x: float, y: float, size: float) -> str:
    """Give the corners of a shape around a middle as SVG writes points, "" for one without, a disc.

    >>> corners_of("diamond", 10, 10, 5), corners_of("dot", 10, 10, 5)
    ('10.0,4.0 16.0,10.0 10.0,16.0 4.0,10.0', '')
    """
    return " ".join(f"{x + across * size:.1f},{y + down * size:.1f}" for across, down in CORNERS.get(shape, ()))
