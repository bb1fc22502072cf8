"""The app, put together: one line a page."""

from flask import Flask

from graph.console import Console
from graph.settings import Settings
from graph.store import Store
from web import (
    actor,
    answer,
    article,
    compare,
    cypher,
    event,
    exports,
    found_files,
    graph,
    graph_files,
    health,
    overview,
    pair,
    search,
    stills,
    timeline,
    words,
)
from web.assets import install_assets
from web.errors import install_errors
from web.later import PAUSE
from web.unknown import unknown
from web.unread import meant, unread

PAGES = (
    overview.bp,
    search.bp,
    graph.bp,
    stills.bp,
    compare.bp,
    timeline.bp,
    event.bp,
    article.bp,
    actor.bp,
    pair.bp,
    cypher.bp,
    exports.bp,
    graph_files.bp,
    found_files.bp,
    health.bp,
)


def create_app(store: Store, settings: Settings) -> Flask:
    """Give the app over an open store."""
    app = Flask(__name__, static_folder=None)
    app.extensions["store"] = store
    app.extensions["settings"] = settings
    app.extensions["console"] = Console(store)
    app.jinja_env.globals["other_format"] = answer.other_format
    app.jinja_env.globals["pause"] = PAUSE
    app.jinja_env.globals["here"] = answer.here
    app.jinja_env.globals["unread"] = unread
    app.jinja_env.globals["meant"] = meant
    app.jinja_env.globals["unknown"] = unknown
    app.jinja_env.globals["is_tabled"] = answer.is_tabled
    app.jinja_env.filters["as_shown"] = answer.as_shown
    app.jinja_env.filters["counted"] = words.counted
    app.jinja_env.filters["grouped"] = words.grouped
    app.jinja_env.filters["type_name"] = words.type_name
    app.jinja_env.filters["status_name"] = words.status_name
    app.jinja_env.policies["json.dumps_kwargs"] = {"separators": (",", ":")}
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    for page in PAGES:
        app.register_blueprint(page)
    install_errors(app)
    install_assets(app, settings.data)
    return app
