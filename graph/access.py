"""The way to a graph: its engine and the connections to it, made, found broken and made anew.

An embedded engine is started again in a thread of its own, and nothing is locked meanwhile. Who may
wait (a command) waits for it; who may not (a page) is told at once that it is being started again.
"""

import threading
import time

from graph.bolt import Bolt
from graph.engine import Engine, open_again, open_engine
from graph.engine_home import DATABASE, OWNER, READER
from graph.errors import EngineError, StoreDown, StoreRestarting
from graph.settings import Settings

REVIVE_SECONDS = 10.0
DYING_SECONDS = 1.0
EMBEDDED = "the embedded engine"
DIED = "its engine died"
UNSTOPPABLE = "a query in the console could not be stopped in any other way"


class Access:
    """The engine and the connections of one store. It may be shared by threads."""

    def __init__(self, settings: Settings, *, is_patient: bool) -> None:
        self._settings, self._is_patient = settings, is_patient
        self._lock = threading.Lock()
        self.engine: Engine | None = None
        self.reader: Bolt | None = None
        self._owner: Bolt | None = None
        self._revival: Revival | None = None
        self._next_try = 0.0
        self._is_closed = False

    def open(self) -> None:
        """Start or adopt the engine and connect. Raises EngineError or StoreDown."""
        with self._lock:
            if not self._settings.graph_url:
                self.engine = open_engine(self._settings.engine_folder, self._settings.heap)
            self._connect()

    def close(self) -> None:
        """Close all connections and let go of the engine, for good."""
        with self._lock:
            self._is_closed, revival = True, self._revival
        if revival:
            revival.join()
        with self._lock:
            self._disconnect()
            engine, self.engine = self.engine, None
        if engine:
            engine.close()

    @property
    def is_restarting(self) -> bool:
        """Say whether the embedded engine is being started again now."""
        return self._revival is not None

    def owner(self) -> Bolt:
        """Give the owner's connection, made now if there is none.

        Raises StoreDown where it cannot be made, StoreRestarting where the engine is being started again
        and this store does not wait.
        """
        with self._lock:
            if self._owner is None and self._revival is None:
                self._renew()
            bolt, revival = self._owner, self._revival
        if revival:
            self._wait_for(revival)
        elif bolt:
            return bolt
        return self.owner()

    def follow(self) -> None:
        """Go over to an engine that another process put in the place of ours; asked before a query that may end it."""
        with self._lock:
            if self._owner and self._revival is None and self.engine and not self.engine.is_alive():
                self._renew()

    def recovers(self, bolt: Bolt) -> bool:
        """Say whether another try may do better than one that failed on this connection.

        It may where another thread has connected anew meanwhile, and where the embedded engine has died
        and is started again. A server's password is read anew for the next call.
        """
        with self._lock:
            if self._revival or bolt is not self._owner:
                return bool(self._revival or self._owner)
            engine = self.engine
            if not engine:
                self._disconnect()
                return False
        if not engine.is_gone(seconds=DYING_SECONDS):
            return False
        with self._lock:
            if bolt is self._owner and not self._revival:
                self._renew()
        return True

    def break_off(self) -> bool:
        """End the embedded engine at once and start it again, for a query that nothing else ends.

        Returns whether that was done, by this call or another; a server is not ended from here.
        """
        with self._lock:
            if self._revival is None and self.engine and not self._is_closed:
                self._begin(ends=True)
            return self._revival is not None

    def take(self, engine: Engine | None) -> None:
        """Go over to an engine that was started again; None where that failed, and is tried again later."""
        with self._lock:
            try:
                self._disconnect()
                if engine:
                    self.engine = engine
                    self._connect()
            finally:
                self._revival = None

    def _wait_for(self, revival: "Revival") -> None:
        """Wait until the engine is back. Raises StoreRestarting at once where this store does not wait."""
        if not self._is_patient:
            raise StoreRestarting(revival.cause)
        revival.join()
        if revival.problem:
            raise StoreDown(EMBEDDED, str(revival.problem)) from revival.problem

    def _renew(self) -> None:
        """Connect anew; a dead engine is started again, at most once in REVIVE_SECONDS. Needs the lock."""
        if self._is_closed:
            raise StoreDown("no address", "it is closed")
        if self._settings.graph_url:
            self._disconnect()
            self._connect()
            return
        if time.monotonic() < self._next_try:
            raise StoreDown(EMBEDDED, "it died a moment ago, and is started again soon")
        self._begin(ends=False)

    def _begin(self, *, ends: bool) -> None:
        """Let a thread start the engine again. Needs the lock."""
        self._next_try = time.monotonic() + REVIVE_SECONDS
        self._revival = Revival(self, self.engine, self._settings, ends=ends)
        self._revival.start()

    def _connect(self) -> None:
        """Connect the owner and the reader. Needs the lock."""
        settings, engine = self._settings, self.engine
        if engine:
            self._owner = Bolt(engine.address, OWNER, engine.password(OWNER), DATABASE)
            self.reader = Bolt(engine.address, READER, engine.password(READER), DATABASE)
        else:
            self._owner = Bolt(settings.graph_url, settings.graph_user, settings.password(), DATABASE)

    def _disconnect(self) -> None:
        """Close all connections. Needs the lock."""
        for bolt in (self._owner, self.reader):
            if bolt:
                bolt.close()
        self._owner = self.reader = None


class Revival(threading.Thread):
    """The embedded engine on its way back. cause: why it must start again; problem: why it does not."""

    def __init__(self, access: Access, before: Engine | None, settings: Settings, *, ends: bool) -> None:
        super().__init__(name="engine starts again", daemon=True)
        self._access, self._before, self._settings, self._ends = access, before, settings, ends
        self.cause = UNSTOPPABLE if ends or (before and before.was_ended()) else DIED
        self.problem: EngineError | None = None

    def run(self) -> None:
        """Start the engine, and hand it over."""
        engine: Engine | None = None
        try:
            engine = self._engine()
        except EngineError as problem:
            self.problem = problem
        finally:
            self._access.take(engine)

    def _engine(self) -> Engine:
        """Start the engine anew, or in the place of the one before. Raises EngineError."""
        if self._before:
            return open_again(self._before, self._settings.heap, ends=self._ends)
        return open_engine(self._settings.engine_folder, self._settings.heap)
