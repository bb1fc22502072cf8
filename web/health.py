"""Whether the graph answers, for machines: engine, version and counts as JSON."""

from flask import Blueprint, Response, current_app

from graph.errors import GraphError
from web.answer import as_json

bp = Blueprint("health", __name__)


@bp.get("/health")
@bp.get("/health.json")
def show() -> Response:
    """Give the engine, its version, whether it answers, and how much the graph holds."""
    try:
        found = current_app.extensions["store"].health()
    except GraphError as problem:
        response = as_json({"answers": False, "problem": str(problem)})
        response.status_code = 503
        return response
    return as_json(found)
