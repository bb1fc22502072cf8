"""Locks on files, freed by the system when the process that holds one is gone."""

import fcntl
import os
from pathlib import Path

from filelock import FileLock, Timeout

POLL_SECONDS = 0.05


class Lock:
    """A lock on a file, freed by the system when the process that holds it is gone."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._lock = FileLock(path, thread_local=False, mode=0o600)

    def acquire(self, *, seconds: float = 0) -> bool:
        """Wait for the lock at most so long, and say whether it was taken."""
        try:
            self._lock.acquire(timeout=seconds, poll_interval=POLL_SECONDS)
        except Timeout:
            return False
        return True

    def release(self) -> None:
        """Free the lock."""
        self._lock.release(force=True)

    def is_free(self) -> bool:
        """Say whether nobody holds the lock. Those who ask at the same time do not take each other for a holder."""
        try:
            handle = os.open(self.path, os.O_RDONLY)
        except (FileNotFoundError, NotADirectoryError):
            return True
        try:
            fcntl.flock(handle, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        finally:
            os.close(handle)
        return True
