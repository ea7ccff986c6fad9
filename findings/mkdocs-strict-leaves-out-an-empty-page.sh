#!/bin/sh
# A page whose template gives nothing is left out of the site, and a strict build calls that good.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check mkdocs==1.6.1
cd "$folder"
mkdir docs overrides
printf 'site_name: Example\nuse_directory_urls: true\ntheme: {name: mkdocs, custom_dir: overrides}\n' > mkdocs.yml
echo '# Find help' > docs/index.md
echo '# Your rights' > docs/rights.md
printf '{%% if page.title != "Your rights" %%}{{ page.content }}{%% endif %%}' > overrides/main.html
status=0
venv/bin/mkdocs --quiet build --strict > said.txt 2>&1 || status=$?
venv/bin/mkdocs --version | cut -d' ' -f1-3
echo "expected: status 1 under --strict, or a page that is there and empty; each page in nav leads somewhere"
echo "seen: status $status; warnings: $(grep -c WARNING said.txt || true); index.html: $(test -e site/index.html && echo there || echo missing); rights/index.html: $(test -e site/rights/index.html && echo there || echo missing); in the sitemap: $(grep -c rights site/sitemap.xml || true)"
test "$status" = 0
test -e site/index.html
test ! -e site/rights/index.html
