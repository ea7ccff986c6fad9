"""A folder and a file of deploy/ -> the real nginx or Caddy that serves it here, where they are installed."""

from __future__ import annotations

import gzip
import os
import shutil
import socket
import ssl
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPResponse, HTTPSConnection
from pathlib import Path

from tests.site_builder import PATIENCE

ROOT = Path(__file__).parents[2]
CERTIFICATE = ROOT / "tests/staff/link_checker/self-signed.pem"
NAMES = ("nginx", "caddy")
SYSTEM = os.pathsep.join([os.environ.get("PATH", ""), "/usr/sbin", "/usr/local/sbin"])


def program(name: str) -> str | None:
    """Where a server is installed."""
    return shutil.which(name, path=SYSTEM)


def missing() -> str | None:
    """One line for the end of a run that could not start them; None where both are there."""
    absent = [name for name in NAMES if program(name) is None]
    return f"Not run: deploy/ was not served by {' and '.join(absent)}, not installed here." if absent else None


def a_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


@contextmanager
def running(command: list[str], port: int, folder: Path) -> Iterator[None]:
    """A server, until the end of the `with` block."""
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, cwd=folder) as server:
        try:
            until = time.monotonic() + PATIENCE
            while True:
                try:
                    socket.create_connection(("127.0.0.1", port), timeout=1).close()
                    break
                except OSError:
                    assert server.poll() is None, server.stderr and server.stderr.read().decode()
                    assert time.monotonic() < until, "the server did not come up"
                    time.sleep(0.02)
            yield
        finally:
            server.terminate()
            server.wait()


def ask(
    port: int, path: str, *, secure: bool = False, method: str = "GET", host: str = "help.example.org"
) -> tuple[HTTPResponse, bytes]:
    """One request, asking for compression as browsers do; the answer, and its body."""
    connection: HTTPConnection
    if secure:
        context = ssl.create_default_context(cafile=str(CERTIFICATE))
        connection = HTTPSConnection("localhost", port, context=context, timeout=PATIENCE)
    else:
        connection = HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    connection.request(method, path, headers={"Host": host, "Accept-Encoding": "gzip", "X-Probe": "echoed"})
    answer = connection.getresponse()
    body = answer.read()
    connection.close()
    return answer, gzip.decompress(body) if answer.headers["Content-Encoding"] == "gzip" else body
