"""The static files: vis-network checked by its hash, names hashed, compressed once, served by WhiteNoise."""

import hashlib
import tempfile
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from wsgiref.headers import Headers

from flask import Flask, Response
from flask_compress import Compress
from whitenoise import WhiteNoise
from whitenoise.compress import Compressor

from web.errors import WebError

STATIC = Path(__file__).parent / "static"
VIS_NETWORK = "lib/vis-9.1.2/vis-network.min.js"
VIS_SHA256 = "1f20f0736f32cb9bedf8f6383b25cfea2f839e1abe80d6e8040b4d5bea378c69"
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; "
    "connect-src 'self'; font-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'"
)


class AssetError(WebError):
    """A static file that is not the one this version was made with."""

    def __init__(self, path: str, found: str, wanted: str) -> None:
        self.path, self.found, self.wanted = path, found, wanted
        super().__init__(f"{path}: its sha256 is {found}, wanted {wanted}; install the pinned requirements.txt")


@dataclass(frozen=True, slots=True)
class Assets:
    """Where the static files stand: a folder on disk and the address it is served under."""

    folder: Path
    prefix: str

    def address(self, name: str) -> str:
        """Give the address of one file; it changes when any file does, so that scripts find each other."""
        return f"/{self.prefix}{name}"


def vis_network() -> bytes:
    """Read the vis-network of the installed pyvis.

    Raises AssetError where it is missing or not the file whose hash is known.
    """
    spec = find_spec("pyvis")
    path = Path(spec.origin).parent / VIS_NETWORK if spec and spec.origin else Path("pyvis") / VIS_NETWORK
    content = path.read_bytes() if path.is_file() else b""
    found = hashlib.sha256(content).hexdigest()
    if found != VIS_SHA256:
        raise AssetError(str(path), found if content else "missing", VIS_SHA256)
    return content


def build_assets(data: Path) -> Assets:
    """Lay the static files out under `data`, compressed, unless the same stand there; give their place."""
    files = {path.name: path.read_bytes() for path in sorted(STATIC.iterdir()) if path.is_file()}
    files["vis-network.js"] = vis_network()
    digest = hashlib.sha256()
    for name, content in files.items():
        digest.update(f"{name}\0{len(content)}\0".encode() + content)
    key = digest.hexdigest()[:12]
    folder = data / "assets" / key
    if not folder.is_dir():
        _lay_out(files, folder)
    return Assets(folder, f"static/{key}/")


def _lay_out(files: dict[str, bytes], folder: Path) -> None:
    """Write the files and their compressed twins, then move them to `folder` at once."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent) as parent:
        fresh = Path(parent) / "fresh"
        fresh.mkdir()
        for name, content in files.items():
            (fresh / name).write_bytes(content)
            Compressor(quiet=True).compress(str(fresh / name))
        try:
            fresh.replace(folder)
        except OSError:
            if not folder.is_dir():
                raise


def _secure(headers: Headers, path: str, url: str) -> None:
    """Tell the browser to take a static file for what it is."""
    headers["X-Content-Type-Options"] = "nosniff"


def install_assets(app: Flask, data: Path) -> Assets:
    """Serve the static files, compress the pages and send the policy with every page."""
    assets = build_assets(data)
    files = WhiteNoise(
        app.wsgi_app,
        add_headers_function=_secure,
        allow_all_origins=False,
        immutable_file_test=lambda *_: True,
    )
    files.add_files(str(assets.folder), prefix=assets.prefix)
    app.wsgi_app = files  # type: ignore[method-assign]
    app.config["COMPRESS_ALGORITHM"] = ["br", "gzip"]
    app.config["COMPRESS_BR_LEVEL"] = 5  # 6 % less than at 4, as fast
    Compress(app)
    app.jinja_env.globals["asset"] = assets.address

    @app.after_request
    def protect(response: Response) -> Response:
        """Send the policy with every answer that has none of its own."""
        response.headers.setdefault("Content-Security-Policy", POLICY)
        response.headers.setdefault("X-Content-Type-Options", "nosniff")
        response.headers.setdefault("Referrer-Policy", "same-origin")
        return response

    return assets
