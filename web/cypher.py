"""The Cypher console: a query in the address, its result as table, graph, timeline or JSON."""

import json
import re
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from flask import Blueprint, Response, current_app, make_response, render_template, request

from graph.answer import Answer
from graph.console import Console
from graph.errors import NotCounted, QueryError, StoreRestarting
from graph.export.csv_rows import csv_text
from graph.queries import catalogue
from graph.values import Node
from web.answer import as_json, settings
from web.as_dates import date_hints
from web.cells import Cell, cell_of
from web.errors import with_status
from web.evidence import in_address
from web.examples import Example, example_for, page_queries, questions
from web.filters import one_word
from web.happenings import Happening, happening
from web.joins import joined
from web.misspelt import hints_of
from web.parameters import Field, TooDeep, fields_of, given_texts, parameter_value
from web.problem import Problem, in_json, problem_of
from web.samples import samples
from web.schema import Schema, SchemaCache
from web.sketch import Sketch, sketch_of
from web.spread import spread
from web.words import counted

bp = Blueprint("cypher", __name__)

VIEWS = ("table", "graph", "timeline", "json", "plan")
MOST_QUERY = 20_000
PLANNED = re.compile(r"(?:\s|//[^\n]*\n|/\*.*?\*/)*(?:EXPLAIN|PROFILE)\b", re.IGNORECASE | re.DOTALL)
MOST_LISTED = 500
MOST_ACTORS = 100
EVENT_KEYS = (
    "summary",
    "first",
    "last",
    "grain",
    "edtf",
    "type",
    "mode",
    "quad",
    "status",
    "reports",
    "sources",
    "key",
)


@dataclass(frozen=True, slots=True)
class View:
    """One way to look at a result, and its address."""

    name: str
    href: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class Result:
    """What a query gave. remark says how much of it is shown; graph is the address of its actors, or "".

    event_count: of the events in it, shown or not; graph_remark: the words that lead there.
    is_joined: whether the relationships drawn are not the answer's own but those the graph holds between its nodes.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    remark: str
    is_cut: bool
    sketch: Sketch | None
    is_joined: bool
    events: tuple[Happening, ...]
    event_count: int
    json: str
    plan: str
    graph: str
    graph_remark: str


@dataclass(frozen=True, slots=True)
class CypherPage:
    """All that cypher/show.html may use."""

    query: str
    lines: int
    fields: tuple[Field, ...]
    view: str
    views: tuple[View, ...]
    problem: Problem | None
    result: Result | None
    seconds: float
    most_rows: int
    schema: Schema
    hints: tuple[str, ...]
    title: str
    meanings: tuple[tuple[str, str], ...]
    questions: tuple[Example, ...]
    page_queries: tuple[Example, ...]


@bp.get("/cypher")
def show() -> Response:
    """Show the console, with the result of the query in the address."""
    query = _query()
    view = one_word(request.args, "view", VIEWS)
    fields = _fields(query)
    outcome, failure = None, None
    if query.strip():
        try:
            outcome = _ask(query, fields, is_plan=view == "plan")
        except QueryError as found:
            failure = found
    page = _page(query, fields, view, outcome, problem_of(failure, query) if failure else None)
    response = make_response(render_template("cypher/show.html", page=page))
    return with_status(response, failure) if failure else response


@bp.get("/cypher.json")
def as_data() -> Response:
    """Give the result of the query in the address as JSON."""
    query = _query()
    limits = {"rows": settings().query_rows, "seconds": settings().query_seconds}
    try:
        outcome = _ask(query, _fields(query), is_plan=False)
    except QueryError as found:
        error = in_json(problem_of(found, query))
        return with_status(as_json({"query": query, "limits": limits, "error": error}), found)
    return as_json(
        {
            "query": query,
            "limits": limits,
            "columns": outcome.columns,
            "rows": outcome.rows,
            "is_cut": outcome.is_cut,
            "seconds": round(outcome.seconds, 3),
        }
    )


@bp.get("/cypher.csv")
def as_sheet() -> Response:
    """Give the result of the query in the address as CSV."""
    query = _query()
    try:
        outcome = _ask(query, _fields(query), is_plan=False)
    except QueryError as found:
        response = make_response(f"{found.problem}\n")
        response.mimetype = "text/plain"
        return with_status(response, found)
    response = make_response(csv_text(*spread(outcome.columns, outcome.rows)))
    response.headers["Content-Type"] = "text/csv; charset=utf-8"
    response.headers["Content-Disposition"] = 'attachment; filename="casus.csv"'
    return response


def _query() -> str:
    """Give the query of the address."""
    return request.args.get("q", "").replace("\r\n", "\n")


def _fields(query: str) -> tuple[Field, ...]:
    """Give the form of a query's parameters, with what a named query says of them."""
    named = example_for(query)
    about = catalogue()[named].parameters if named else {}
    return fields_of(query, given_texts(request.args), about)


def _ask(query: str, fields: tuple[Field, ...], *, is_plan: bool) -> Answer:
    """Run a query with the values of its fields.

    Raises QueryError where a value is missing or cannot be given, or the query cannot run.
    """
    if not query.strip():
        raise QueryError("there is no query; it travels as q=", query)
    if len(query) > MOST_QUERY:
        raise QueryError(f"a query of {len(query):,} characters is too long; at most {MOST_QUERY:,} are read", query)
    missing = [field.name for field in fields if field.is_missing]
    if missing:
        names = ", ".join(f"${name}" for name in missing)
        raise QueryError(f"{names} has no value; give one in the form", query)
    values = _values(query, fields)
    console: Console = current_app.extensions["console"]
    visitor = request.remote_addr or ""
    if not is_plan or PLANNED.match(query):
        return console.ask(query, values, visitor=visitor)
    try:
        return console.ask(f"EXPLAIN {query}", values, visitor=visitor)
    except QueryError as found:
        # engines differ in whether places count from EXPLAIN; the bare query fails at its own place
        if found.line is not None:
            console.ask(query, values, visitor=visitor)
        raise


def _values(query: str, fields: tuple[Field, ...]) -> dict[str, Any]:
    """Read the values of a query's fields.

    Raises QueryError naming the field whose value nests too deep.
    """
    values = {}
    for field in fields:
        try:
            values[field.name] = parameter_value(field.text)
        except TooDeep as problem:
            raise QueryError(f"${field.name} is {problem}", query) from problem
    return values


def _page(
    query: str, fields: tuple[Field, ...], view: str, outcome: Answer | None, problem: Problem | None
) -> CypherPage:
    """Put the page together."""
    limits = settings()
    schema: SchemaCache = current_app.extensions.setdefault("cypher_schema", SchemaCache())
    named = example_for(query)
    found = schema.get()
    filled = _samples()
    return CypherPage(
        query=query,
        lines=min(max(query.count("\n") + 2, 8), 24),
        fields=fields,
        view=view,
        views=_views(view) if query.strip() else (),
        problem=problem,
        result=_result(outcome, view) if outcome else None,
        seconds=limits.query_seconds,
        most_rows=limits.query_rows,
        schema=found,
        hints=hints_of(query, found, outcome) + date_hints(query) if outcome and not PLANNED.match(query) else (),
        title=catalogue()[named].title if named else "",
        meanings=tuple(catalogue()[named].meanings.items()) if named else (),
        questions=questions(filled),
        page_queries=page_queries(filled),
    )


def _samples() -> dict[str, Any]:
    """Give what of the graph examples are filled with; nothing while it is being restarted or counted again."""
    try:
        return samples()
    except (StoreRestarting, NotCounted):
        return {}


def _views(chosen: str) -> tuple[View, ...]:
    """Give the ways to look at the result."""
    kept = [(name, text) for name, text in request.args.items(multi=True) if name != "view"]
    return tuple(View(name, "?" + urlencode([*kept, ("view", name)]) + "#result", name == chosen) for name in VIEWS)


def _result(outcome: Answer, view: str) -> Result:
    """Show an answer in one view; the others are not made."""
    actors = [str(node["id"]) for node in outcome.nodes if "Actor" in node["labels"]]
    first = "these" if len(actors) <= MOST_ACTORS else f"the first {MOST_ACTORS} of {len(actors):,}"
    joins = joined(outcome.nodes) if view == "graph" and not outcome.relationships else ()
    cells = (tuple(cell_of(value) for value in row.values()) for row in outcome.rows)
    return Result(
        columns=outcome.columns,
        rows=tuple(cells) if view == "table" else (),
        remark=_remark(outcome),
        is_cut=outcome.is_cut,
        sketch=sketch_of(outcome.nodes, joins or outcome.relationships) if view == "graph" else None,
        is_joined=bool(joins),
        events=_events(outcome.nodes) if view == "timeline" else (),
        event_count=sum("Event" in node["labels"] for node in outcome.nodes),
        json=json.dumps(outcome.rows, ensure_ascii=False, indent=1) if view == "json" else "",
        plan=outcome.plan,
        graph="/graph?actors=" + ",".join(map(in_address, actors[:MOST_ACTORS])) if actors else "",
        graph_remark=f"Open {first} actors in the graph",
    )


def _remark(outcome: Answer) -> str:
    """Say how many rows there are, how long they took, and what is cut."""
    rows = f"{counted(len(outcome.rows), 'row')} in {outcome.seconds:.2f} seconds"
    cells = f" {counted(outcome.cut_cells, 'cell')} shortened." if outcome.cut_cells else ""
    if outcome.is_cut:
        return f"Cut: the first {rows}. Narrow the query, or give it a LIMIT.{cells}"
    return f"{rows}.{cells}"


def _events(nodes: list[Node]) -> tuple[Happening, ...]:
    """Give the events in an answer, the latest first and undated ones last."""
    found = [dict.fromkeys(EVENT_KEYS) | node["properties"] for node in nodes if "Event" in node["labels"]]
    dated = sorted((event for event in found if event["first"]), key=lambda e: str(e["key"]), reverse=True)
    undated = sorted((event for event in found if not event["first"]), key=lambda e: str(e["last"] or ""), reverse=True)
    return tuple(happening(event) for event in (dated + undated)[:MOST_LISTED])
