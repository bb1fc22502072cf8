"""Times coding beside the bare parse of the same texts: python bench/ingest.py [FILE|FOLDER...]

Rounds of both alternate in one process, so that what else the machine does meets both. Prints articles a second
of each, their ratio, the seconds to load, and the memory resident at the end.
"""

import argparse
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

import spacy

from graph.model import Article
from ingest.parse import BLOCKS_A_BATCH, MODEL
from ingest.pipeline import Pipeline
from ingest.readers import find_files, read

ROUNDS = 5


def seconds(action: Callable[[], object]) -> float:
    """Time one call."""
    begun = time.perf_counter()
    action()
    return time.perf_counter() - begun


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("paths", nargs="*", type=Path, default=[Path(__file__).parents[1] / "seeds"])
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    options = parser.parse_args()
    files = [path for path in find_files(options.paths) if isinstance(path, Path)]
    articles = [item for path in files for item in read(path) if isinstance(item, Article)]
    with tempfile.TemporaryDirectory() as folder:
        cache = Path(folder)
        compiling = seconds(lambda: Pipeline(cache=cache))
        loaded: list[Pipeline] = []
        loading = seconds(lambda: loaded.append(Pipeline(cache=cache)))
    model: list[spacy.language.Language] = []
    bare = seconds(lambda: model.append(spacy.load(MODEL)))
    pipeline, nlp = loaded[0], model[0]
    times: dict[str, list[float]] = {"code": [], "pipe": []}
    for _ in range(options.rounds):
        times["pipe"].append(
            seconds(lambda: list(nlp.pipe((article.text for article in articles), batch_size=BLOCKS_A_BATCH)))
        )
        times["code"].append(seconds(lambda: list(pipeline.code(articles))))
    code, pipe = (len(articles) / statistics.median(times[name]) for name in ("code", "pipe"))
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 if sys.platform == "linux" else 1024**2)
    print(f"{len(articles)} articles, {sum(len(article.text) for article in articles):,} characters")
    print(f"ingest code {code:.1f} articles a second, bare nlp.pipe {pipe:.1f}, ratio {code / pipe:.2f}")
    print(f"load {loading:.2f} s with lexicons compiled, {compiling:.2f} s without; the bare model {bare:.2f} s")
    print(f"most memory resident {memory:.0f} MB (two models, lexicons built twice)")


if __name__ == "__main__":
    main()
