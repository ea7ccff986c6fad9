"""The Dockerfile, and the files for Netlify and Cloudflare Pages: linted, and what they promise is there."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[2]
DOCKERFILE = ROOT / "deploy/docker/Dockerfile"
A_COPY = re.compile(r"^COPY (?!--from)(\S+) ", re.MULTILINE)


def test_the_dockerfile_has_nothing_that_its_linter_minds() -> None:
    linter = Path(sys.executable).with_name("hadolint")
    done = subprocess.run([linter, "--no-color", DOCKERFILE], capture_output=True, text=True, check=False)

    assert (done.returncode, done.stdout) == (0, "")


def test_the_container_serves_what_it_built_and_holds_nothing_else() -> None:
    text = DOCKERFILE.read_text(encoding="utf-8")
    build, serve = text.split("\nFROM ")[1:]

    assert A_COPY.findall(text)
    assert all((ROOT / source).exists() for source in A_COPY.findall(text))
    assert "waymark build --to /srv/site" in build
    assert "COPY --from=build /srv/site /srv/waymark/site" in serve
    assert "root /srv/waymark/site;" in (ROOT / "deploy/docker/nginx.conf").read_text(encoding="utf-8")
    assert "nginx-unprivileged" in serve.splitlines()[0]


def test_neither_history_nor_old_sites_go_into_the_image() -> None:
    left_out = (ROOT / "deploy/docker/Dockerfile.dockerignore").read_text(encoding="utf-8").split()

    assert {".git", ".venv", "site"} <= set(left_out)


def test_netlify_publishes_what_make_site_builds_and_shows_no_previews() -> None:
    given = tomllib.loads((ROOT / "deploy/netlify/netlify.toml").read_text(encoding="utf-8"))

    assert given["build"]["command"] == "make site"
    assert given["build"]["publish"] == "site"
    assert "make site" not in given["context"]["deploy-preview"]["command"]


def test_cloudflare_publishes_what_make_site_builds() -> None:
    given = tomllib.loads((ROOT / "deploy/cloudflare/wrangler.toml").read_text(encoding="utf-8"))

    assert given["pages_build_output_dir"] == "site"
    assert "make site" in (ROOT / "deploy/cloudflare/wrangler.toml").read_text(encoding="utf-8")
