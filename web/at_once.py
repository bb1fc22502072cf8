"""Parts of a page that are read at the same time, since none of them needs another."""

from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from contextvars import copy_context
from typing import Protocol, TypeVar

T = TypeVar("T")

MOST = 4


class Start(Protocol):
    """Begins to read a part of a page; its result is there when it is asked for."""

    def __call__(self, read: Callable[[], T], /) -> Future[T]: ...


@contextmanager
def at_once() -> Iterator[Start]:
    """Give what reads parts of a page while the rest of it is read; all of them have ended where the block ends.

    Each reads in the context of this request. What goes wrong in one of them is raised where its result is asked for.
    """
    with ThreadPoolExecutor(MOST, thread_name_prefix="at_once") as pool:
        yield lambda read: pool.submit(copy_context().run, read)
