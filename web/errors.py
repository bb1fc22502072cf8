"""What a visitor reads when a page cannot be given; HTTP codes live here alone."""

from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import quote, urlencode

from flask import Flask, Response, current_app, jsonify, make_response, redirect, render_template, request
from werkzeug.exceptions import HTTPException, MethodNotAllowed, NotFound
from werkzeug.routing import RequestRedirect

from graph.errors import (
    ConsoleFull,
    GraphError,
    NotCounted,
    NotCypher,
    QueryBusy,
    QueryError,
    QueryInterrupted,
    QueryTooSlow,
    QueryUnstoppable,
    StoreRestarting,
    WriteRefused,
)
from web.near_pages import near_page

RETRY_SECONDS = 5
UNAVAILABLE = 503
RESTARTING = "The graph is being restarted"
MIDWAY = "The rest of this page could not be read"
# By the kind of error that a typed query ends in: the code of the answer, and the title of what is said.
QUERY_ERRORS: dict[type[QueryError], tuple[int, str]] = {
    WriteRefused: (403, "This query is refused: only reading runs here"),
    QueryUnstoppable: (403, "This query is refused: nothing could stop it before"),
    QueryTooSlow: (504, "This query ran too long"),
    QueryBusy: (429, "Too many of your queries are running"),
    QueryInterrupted: (UNAVAILABLE, RESTARTING),
    ConsoleFull: (UNAVAILABLE, "The console takes no query just now"),
    NotCypher: (400, "This does not read as Cypher, the language of queries"),
    QueryError: (400, "This query did not run"),
}


class WebError(Exception):
    """A page that cannot be given as asked."""


class AddressError(WebError):
    """A part of the address that cannot be read: its name, what stood there, what was wanted."""

    def __init__(self, part: str, found: str, wanted: str) -> None:
        self.part, self.found, self.wanted = part, found, wanted
        super().__init__(f"{part}={found}: wanted {wanted}")


class NotFoundError(WebError):
    """An id that nothing in the graph bears. kind is a noun such as "event"."""

    def __init__(self, kind: str, id_: str) -> None:
        self.kind, self.id = kind, id_
        super().__init__(f"no {kind} has the id {id_}")


@dataclass(frozen=True, slots=True)
class ErrorPage:
    """All that errors/show.html may use. retry: seconds until the page asks again, 0 for never.

    part, without: a part of the address to leave out, and the address without it; near: that of the page that may be
    meant.
    """

    status: int
    title: str
    detail: str
    advice: str = ""
    retry: int = 0
    has_search: bool = False
    part: str = ""
    without: str = ""
    near: str = ""


def wants_json() -> bool:
    """Say whether the address asked for JSON."""
    return request.path.endswith(".json")


def show_error(page: ErrorPage) -> Response:
    """Give an error as a page or, under an address of JSON, as JSON."""
    if wants_json():
        body: Any = {"error": {"status": page.status, "title": page.title, "detail": page.detail}}
        response = jsonify(body)
    else:
        response = make_response(render_template("errors/show.html", page=page))
    response.status_code = page.status
    if page.retry:
        response.headers["Retry-After"] = str(page.retry)
    response.headers["Cache-Control"] = "no-store"
    return response


def told_midway(problem: Exception) -> str:
    """Give what stands in the place of a part of a page that failed, its beginning being on its way already.

    Only an error of the graph is told; any other is logged, as one of a page that has not begun.
    """
    detail = str(problem) if isinstance(problem, GraphError) else ""
    current_app.logger.error("a part of a page failed: %s", problem, exc_info=None if detail else problem)
    return render_template("errors/midway.html", page=ErrorPage(UNAVAILABLE, MIDWAY, detail))


def _address_error(problem: AddressError) -> Response:
    """Name the part of the address that cannot be read."""
    title = f"The address part “{problem.part}” cannot be read"
    detail = f"It says “{problem.found}”; wanted {problem.wanted}."
    advice = "Correct it in the address, leave it out, or start from a page above."
    return show_error(ErrorPage(400, title, detail, advice, part=problem.part, without=_without(problem.part)))


def _without(part: str) -> str:
    """Give the address that was asked for without one of its parts."""
    kept = urlencode([(name, value) for name, value in request.args.items(multi=True) if name != part])
    return quote(request.path, safe="/~") + (f"?{kept}" if kept else "")


def _not_found(problem: NotFoundError) -> Response:
    """Say that nothing bears the id, and offer a search."""
    detail = f"Nothing here has the id “{problem.id}”. Its article may have been withdrawn."
    return show_error(ErrorPage(404, f"No such {problem.kind}", detail, has_search=True))


def _http_error(problem: HTTPException) -> Response:
    """Show what Flask itself refuses."""
    if problem.response is not None or (problem.code or 500) < 400:
        return make_response(problem.get_response())
    code = problem.code or 500
    if code == 404 and (bare := _without_slash()):
        return make_response(redirect(bare, 308))
    if code == 404:
        near, advice = near_page(request.path)
        query = request.query_string.decode("utf-8", "replace") if near != "/search" else ""
        detail = f"There is no page at “{request.path}”."
        page = ErrorPage(404, "No such page", detail, advice, has_search=True)
        return show_error(replace(page, near=f"{near}?{query}" if query else near))
    return show_error(ErrorPage(code, problem.name, problem.description or ""))


def _without_slash() -> str:
    """Give the address without the strokes at the end of its path where a page is there, else ""."""
    path = request.path.rstrip("/")
    if not path or path == request.path or path.startswith("//"):
        return ""
    try:
        current_app.url_map.bind("").match(path, method="GET")
    except (NotFound, MethodNotAllowed, RequestRedirect):
        return ""
    query = request.query_string.decode("utf-8", "replace")
    return quote(path, safe="/~") + (f"?{query}" if query else "")


def _store_error(problem: GraphError) -> Response:
    """Say that the store does not answer, or why it is being restarted; the page asks again by itself."""
    current_app.logger.warning("the store does not answer: %s", problem)
    title, detail = "The graph does not answer", str(problem)
    if isinstance(problem, StoreRestarting):
        title, detail = RESTARTING, f"That had to be, because {problem.cause}. It answers again in a few seconds."
    advice = "This page asks again by itself and comes back when the graph does."
    return show_error(ErrorPage(UNAVAILABLE, title, detail, advice, RETRY_SECONDS))


def _not_counted(problem: NotCounted) -> Response:
    """Say that the graph must be counted first; the page asks again by itself."""
    title, advice = "This graph must be counted once more", "This page comes back by itself when that is done."
    return show_error(ErrorPage(UNAVAILABLE, title, str(problem), advice, RETRY_SECONDS))


def _query_error(problem: QueryError) -> Response:
    """Say that a query of ours was stopped or refused by the engine."""
    current_app.logger.error("a query of a page failed: %s", problem)
    advice = "A narrower choice of days, actors or types asks less of the graph."
    return show_error(ErrorPage(500, "The graph could not answer this", str(problem), advice))


def code_and_title(problem: QueryError) -> tuple[int, str]:
    """Give the code and the title of what a typed query ended in."""
    return next(told for kind, told in QUERY_ERRORS.items() if isinstance(problem, kind))


def with_status(response: Response, problem: QueryError) -> Response:
    """Give the answer to a typed query that gave nothing its code, and when to ask again where that helps."""
    response.status_code, _ = code_and_title(problem)
    if response.status_code == UNAVAILABLE:
        response.headers["Retry-After"] = str(RETRY_SECONDS)
        response.headers["Cache-Control"] = "no-store"
    return response


def install_errors(app: Flask) -> None:
    """Make the app show every error as a page of its own."""
    app.register_error_handler(AddressError, _address_error)
    app.register_error_handler(NotFoundError, _not_found)
    app.register_error_handler(HTTPException, _http_error)
    app.register_error_handler(GraphError, _store_error)
    app.register_error_handler(NotCounted, _not_counted)
    app.register_error_handler(QueryError, _query_error)
