"""nginx and Caddy with the files of deploy/: every header, no log, the site's own page for what is not there."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from generator.site.render.host_files import HEADERS
from tests.deploy.servers import CERTIFICATE, ROOT, a_port, ask, program, running

NGINX, DOCKER, CADDY = (ROOT / "deploy" / name for name in ("nginx.conf", "docker/nginx.conf", "Caddyfile"))
A_HEADER = re.compile(r'^(?:\t\t|    add_header )([A-Z][\w-]+) "([^"]+)"(?: always;)?$', re.MULTILINE)
DRAWING = "default-src 'none'; style-src 'unsafe-inline'; sandbox"
SECURE = {"Strict-Transport-Security": "max-age=31536000"}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A folder as a build leaves it."""
    for name, text in {
        "index.html": "<title>Help</title>" + "<p>Someone is there for you.</p>" * 100,
        "404.html": "<title>Not here</title>",
        "privacy/index.html": "<title>Privacy</title>",
        "feeds/campaigns.xml": "<rss/>",
        "feeds/campaigns.ics": "BEGIN:VCALENDAR",
        "feeds/posts.csv": "post",
        "data/index.html": "<title>Data</title>",
        "data/oruk/index.json": '{"version": "HSDS-UK-3.0"}',
        "data/oruk/services.json": '{"contents": []}',
        "data/oruk/services/0a.json": '{"id": "0a"}',
        "data/oruk/services.ndjson": "{}",
        "cy/data/oruk/services/0b.json": '{"id": "0b"}',
        "images/plan.svg": "<svg/>",
        ".env": "secret",
        ".git/config": "secret",
        "privacy/.index.html.swp": "secret",
        ".well-known/security.txt": "Contact: mailto:help@example.org",
        "images/map.png": "png",
    }.items():
        (tmp_path / "site" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "site" / name).write_text(text)
    (tmp_path / "outside.txt").write_text("secret")
    (tmp_path / "site/link.txt").symlink_to(tmp_path / "outside.txt")
    return tmp_path / "site"


def mime_types() -> Path:
    """Where this nginx keeps its list of types: beside its own settings."""
    built = subprocess.run([program("nginx") or "nginx", "-V"], capture_output=True, text=True, check=True).stderr
    found = re.search(r"--conf-path=(\S+)", built)
    assert found
    return Path(found[1]).with_name("mime.types")


def nginx_command(config: str, folder: Path) -> list[str]:
    """How to run nginx in a folder of its own, with one of our files in it."""
    temporary = " ".join(f"{kind}_temp_path {folder};" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
    whole = f"daemon off; master_process off; pid {folder}/pid; error_log stderr crit;\nevents {{}}\n"
    (folder / "ours.conf").write_text(config)
    (folder / "nginx.conf").write_text(
        f"{whole}http {{ include {mime_types()}; {temporary} include {folder}/ours.conf; }}\n"
    )
    return [program("nginx") or "nginx", "-p", str(folder), "-e", "stderr", "-c", str(folder / "nginx.conf")]


def promises(port: int, *, secure: bool = False) -> None:
    """What every reader gets, whoever serves."""
    wanted = HEADERS | (SECURE if secure else {})
    home, body = ask(port, "/", secure=secure)
    assert (home.status, home.headers["Content-Encoding"]) == (200, "gzip")
    assert body.startswith(b"<title>Help")
    assert {name: home.headers[name] for name in wanted} == wanted
    assert home.headers["Access-Control-Allow-Origin"] is None
    assert not re.search(r"\d", home.headers["Server"] or "")

    feed, _ = ask(port, "/feeds/campaigns.xml", secure=secure)
    assert (feed.status, feed.headers["Access-Control-Allow-Origin"]) == (200, "*")
    assert {name: feed.headers[name] for name in wanted} == wanted

    for path, kind in {"/feeds/campaigns.ics": "text/calendar", "/feeds/posts.csv": "text/csv"}.items():
        answer, _ = ask(port, path, secure=secure)
        assert (answer.status, answer.headers["Content-Type"]) == (200, f"{kind}; charset=utf-8")
        assert {name: answer.headers[name] for name in wanted} == wanted

    for path, said in {
        "/data/oruk": b"HSDS-UK-3.0",
        "/data/oruk/": b"HSDS-UK-3.0",
        "/data/oruk/index.json": b"HSDS-UK-3.0",
        "/data/oruk/services": b"contents",
        "/data/oruk/services.json": b"contents",
        "/data/oruk/services/0a": b'"0a"',
        "/data/oruk/services/0a.json": b'"0a"',
        "/cy/data/oruk/services/0b": b'"0b"',
    }.items():
        answer, body = ask(port, path, secure=secure)
        assert (answer.status, said in body, answer.headers["Access-Control-Allow-Origin"]) == (200, True, "*"), path
        assert answer.headers["Content-Type"].startswith("application/json"), path
        assert {name: answer.headers[name] for name in wanted} == wanted
    for path in ("/data/oruk/services/nowhere", "/data/oruk/nowhere"):
        nothing, _ = ask(port, path, secure=secure)
        assert (nothing.status, nothing.headers["Access-Control-Allow-Origin"]) == (404, None)
    page, _ = ask(port, "/data/", secure=secure)
    assert (page.status, page.headers["Content-Type"]) == (200, "text/html; charset=utf-8")

    lost, body = ask(port, "/nowhere/", secure=secure)
    assert (lost.status, b"Not here" in body) == (404, True)
    assert lost.headers["Referrer-Policy"] == "no-referrer"

    bare, _ = ask(port, "/privacy", secure=secure)
    assert bare.status in (301, 308)
    assert bare.headers["Location"] == "/privacy/"
    assert ask(port, "/privacy", secure=secure, host="evil.example.org")[0].headers["Location"] in (None, "/privacy/")
    shut_doors(port, secure=secure)


def shut_doors(port: int, *, secure: bool) -> None:
    """What no reader gets, whoever serves."""
    for path in (
        "/.env",
        "/.git/config",
        "/.git/",
        "/privacy/.index.html.swp",
        "/images/",
        "/feeds",
        "/a/../.env",
        "/%2eenv",
    ):
        answer, body = ask(port, path, secure=secure)
        assert (answer.status, b"secret" in body) in ((404, False), (301, False), (308, False)), path
        assert b"map.png" not in body
    for path in ("/nowhere.ics", "/feeds/nowhere.csv", "/nowhere.svg", "/nowhere", "/.env", "/images/", "/feeds/x.xml"):
        lost, body = ask(port, path, secure=secure)
        assert (lost.status, lost.headers["Content-Type"]) == (404, "text/html; charset=utf-8"), path
        assert b"Not here" in body, path
        assert {name: lost.headers[name] for name in HEADERS} == HEADERS, path
        assert lost.headers["Access-Control-Allow-Origin"] is None, path
    for method in ("POST", "PUT", "DELETE", "OPTIONS", "TRACE", "PROPFIND", "CONNECTED"):
        refused, body = ask(port, "/", secure=secure, method=method)
        assert refused.status in (400, 405, 501), method
        assert b"echoed" not in body
        assert b"Someone is there" not in body
        assert not re.search(r"\d", refused.headers["Server"] or "")
        assert not re.search(rb"nginx/|Caddy|caddy", body), method
    drawn, _ = ask(port, "/images/plan.svg", secure=secure)
    assert drawn.headers["Content-Type"].startswith("image/svg+xml")
    assert drawn.headers.get_all("Content-Security-Policy") == [HEADERS["Content-Security-Policy"], DRAWING]
    long, _ = ask(port, "/" + "a" * 9_000, secure=secure)
    assert not re.search(r"\d", long.headers["Server"] or "")
    for answer in (ask(port, "/", secure=secure)[0], ask(port, "/nowhere", secure=secure)[0]):
        assert not {"X-Powered-By", "Via", "Alt-Svc"} & set(answer.headers.keys()) - ({"Alt-Svc"} if secure else set())


@pytest.mark.parametrize("path", [NGINX, DOCKER, CADDY], ids=lambda path: path.relative_to(ROOT / "deploy").as_posix())
def test_each_file_sends_the_headers_of_the_site_and_no_others(path: Path) -> None:
    sent = dict(A_HEADER.findall(path.read_text(encoding="utf-8")))

    assert sent == HEADERS | ({} if path == DOCKER else SECURE)


@pytest.mark.parametrize("path", [NGINX, DOCKER], ids=["nginx", "docker"])
def test_nginx_keeps_no_log_of_readers(path: Path) -> None:
    text = path.read_text(encoding="utf-8")

    assert text.count("access_log off;") == len(re.findall(r"^server \{", text, re.MULTILINE))
    assert len(re.findall("access_log", text)) == text.count("access_log off;")
    assert re.findall(r"error_log \S+ (\w+);", text) == ["crit"]


def test_caddy_keeps_no_log_of_readers() -> None:
    assert not re.search(r"^\s*log\b", CADDY.read_text(encoding="utf-8"), re.MULTILINE)


if program("nginx"):

    def test_nginx_serves_the_container_s_file(site: Path, tmp_path: Path) -> None:
        port = a_port()
        text = DOCKER.read_text(encoding="utf-8").replace("/srv/waymark/site", str(site))
        text = text.replace("listen 8080", f"listen 127.0.0.1:{port}").replace("    listen [::]:8080;\n", "")
        with running(nginx_command(text, tmp_path), port, tmp_path):
            promises(port)
            assert ask(port, "/link.txt")[0].status == 404
        assert [path.name for path in tmp_path.rglob("*log*")] == []

    def test_nginx_serves_the_server_s_file_with_https(site: Path, tmp_path: Path) -> None:
        port, plain = a_port(), a_port()
        text = NGINX.read_text(encoding="utf-8").replace("/srv/waymark/site", str(site))
        text = re.sub(r"/etc/ssl/\S+\.pem", str(CERTIFICATE), text)
        text = re.sub(r"    listen \[::\]:\d+.*\n", "", text)
        text = text.replace("listen 443", f"listen 127.0.0.1:{port}").replace(
            "listen 80;", f"listen 127.0.0.1:{plain};"
        )
        command = nginx_command(text, tmp_path)
        checked = subprocess.run([*command, "-t"], capture_output=True, text=True, check=False)
        assert checked.returncode == 0, checked.stderr
        with running(command, port, tmp_path):
            promises(port, secure=True)
            assert ask(port, "/link.txt", secure=True)[0].status == 404
            moved, _ = ask(plain, "/privacy/?a=b")
        assert (moved.status, moved.headers["Location"]) == (301, "https://help.example.org/privacy/?a=b")


if program("caddy"):

    def test_caddy_serves_its_file(site: Path, tmp_path: Path) -> None:
        port = a_port()
        text = CADDY.read_text(encoding="utf-8").replace("/srv/waymark/site", str(site))
        text = "{\n\tadmin off\n\tauto_https off\n}\n" + text.replace("help.example.org {", f"http://:{port} {{")
        (tmp_path / "Caddyfile").write_text(text)
        command = [
            program("caddy") or "caddy",
            "run",
            "--adapter",
            "caddyfile",
            "--config",
            str(tmp_path / "Caddyfile"),
        ]
        with running(command, port, tmp_path):
            promises(port)
