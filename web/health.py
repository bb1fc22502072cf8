"""Whether the graph answers, for machines: engine, version and counts as JSON."""

from dataclasses import asdict

from flask import Blueprint, Response, current_app

from web.answer import as_json
from web.errors import UNAVAILABLE

bp = Blueprint("health", __name__)


@bp.get("/health")
@bp.get("/health.json")
def show() -> Response:
    """Give the engine, its version, whether it answers, and how much the graph holds."""
    found = current_app.extensions["store"].health()
    response = as_json(asdict(found))
    response.status_code = 200 if found.answers else UNAVAILABLE
    return response
