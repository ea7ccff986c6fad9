"""The name of a host -> the files that publish a site there, as an office's folder needs them: from those that ship."""

from __future__ import annotations

import re
from collections.abc import Mapping

from generator.template_folder import shipped

SET_UP = "python3 -m venv .venv && .venv/bin/python -m pip install --quiet --requirement requirements.txt"
"""How a job gets Waymark in a folder that has no Makefile."""
NO_HOST = "none"
FILES: Mapping[str, Mapping[str, str]] = {
    "github": {f"github/{name}.yml": f".github/workflows/{name}.yml" for name in ("check", "publish", "due", "links")},
    "gitlab": {"gitlab/.gitlab-ci.yml": ".gitlab-ci.yml", "gitlab/issue.py": "deploy/gitlab/issue.py"},
    "netlify": {"netlify/netlify.toml": "netlify.toml"},
    "cloudflare": {"cloudflare/wrangler.toml": "wrangler.toml"},
    "docker": {
        f"docker/{name}": f"deploy/docker/{name}" for name in ("Dockerfile", "Dockerfile.dockerignore", "nginx.conf")
    },
    "nginx": {"nginx.conf": "deploy/nginx.conf"},
    "caddy": {"Caddyfile": "deploy/Caddyfile"},
    "object-store": {"object-store/upload.sh": "deploy/object-store/upload.sh"},
    NO_HOST: {},
}
"""Of each host: which of our files goes where."""
IN_PLACE_OF = (
    ("# Then, on GitLab:", "# On GitLab:"),
    ("make .venv/site", SET_UP),
    ("write the build command: make site\n", f"write the build command:\n#   {SET_UP} && .venv/bin/waymark build\n"),
    ("make site", f"{SET_UP} && .venv/bin/waymark build"),
    ("make check", f"{SET_UP} && .venv/bin/waymark check"),
)
WHERE_TO = re.compile(r"\A# Copy to \S+?(?: at the top of the repository)?(?:\.|, and) (\w)")
"""What the first line says to somebody who has the file from us; in an office's folder it stands there already."""


def host_files(host: str) -> dict[str, str]:
    """The text of each file, by its name in the folder."""
    found = {}
    for ours, theirs in FILES[host].items():
        text = (shipped("deploy") / ours).read_text(encoding="utf-8")
        text = WHERE_TO.sub(lambda hit: f"# {hit[1].upper()}", text, count=1)
        found[theirs] = without_make(text)
    return found


def without_make(text: str) -> str:
    """A host's file for a folder that has no Makefile."""
    for make, instead in IN_PLACE_OF:
        text = text.replace(make, instead)
    return text
