#!/bin/sh
# A site that `waymark build` made -> an object store (Amazon S3, Cloudflare R2 and their like), by checksum:
#
#   sh deploy/object-store/upload.sh site store:help-example-org
#
# "store" is a remote that rclone knows, and behind it stands the bucket. Never let two of these run at once.
# - New pages go up before any page leads to them; what is gone goes last of all, when no page leads to it any more.
# - Only what differs is sent. A build writes each file anew, so its time says nothing, and a number that changed leaves
#   a file as long as it was: neither time nor size may decide.
# - A folder without a site, a bucket with something else in it, and a site that lost more than 50 files change nothing.
#   Where so many are meant to go, say how many may: sh deploy/object-store/upload.sh site store:help-example-org 200
# - Headers reach only what is sent. After a change of them here, send all of it once more, with --again in front.
set -eu

again=
if [ "${1:-}" = --again ]; then
  again=yes
  shift
fi
site=${1:-} to=${2:-} most=${3:-50}

refuse() {
  printf '%s\n' "$1" >&2
  exit 2
}

case $most in
  '' | *[!0-9]*) refuse "'$most' is no number of files; write 50" ;;
esac
case $to in
  ?*:[!/]*) ;;
  *) refuse "'$to' names no bucket; write sh deploy/object-store/upload.sh site store:help-example-org" ;;
esac
test -s "$site/index.html" || refuse "there is no site in '$site', so nothing was changed; build it first"
command -v rclone > /dev/null || refuse "rclone is needed for this, and is not installed"

# Types that a machine may not know, and would call "some bytes". All others rclone brings itself. Of two patterns for one
# file the first counts, as a file that is there already is left as it is.
types() {
  cat << 'END'
feeds/**.xml application/rss+xml; charset=utf-8
feeds/**.json application/feed+json; charset=utf-8
*.ics text/calendar; charset=utf-8
*.csv text/csv; charset=utf-8
*.ndjson application/x-ndjson
*.jsonld application/ld+json
*.geojson application/geo+json
*.ttl text/turtle; charset=utf-8
*.txt text/plain; charset=utf-8
*.vtt text/vtt; charset=utf-8
*.srt application/x-subrip
*.gz application/gzip
*.zip application/zip
*.epub application/epub+zip
*.docx application/vnd.openxmlformats-officedocument.wordprocessingml.document
*.xlsx application/vnd.openxmlformats-officedocument.spreadsheetml.sheet
*.pptx application/vnd.openxmlformats-officedocument.presentationml.presentation
*.odt application/vnd.oasis.opendocument.text
*.ods application/vnd.oasis.opendocument.spreadsheet
*.odp application/vnd.oasis.opendocument.presentation
*.mp3 audio/mpeg
*.wav audio/wav
*.ogg audio/ogg
*.m4a audio/mp4
*.mp4 video/mp4
*.m4v video/mp4
*.webm video/webm
END
}

# How long a browser may keep a page: what every other host is told too. Without it, each guesses, some for days.
put() {
  rclone "$@" --fast-list --ignore-case --header-upload 'Cache-Control: public, max-age=300'
}

lists=$(mktemp -d)
trap 'rm -rf "$lists"' EXIT
trap 'exit 1' HUP INT TERM

rclone lsf --recursive --files-only --fast-list "$to" > "$lists/listed" ||
  refuse "what is in '$to' can't be read, so nothing was changed; make the bucket, or mend its name or its key"
LC_ALL=C sort "$lists/listed" > "$lists/there"
(cd "$site" && find . -type f) | sed 's|^\./||' | LC_ALL=C sort > "$lists/here"
if [ -s "$lists/there" ] && ! grep -qx 'assets/waymark\.css' "$lists/there"; then
  refuse "'$to' holds something that is no site of Waymark's, so nothing was changed; name a bucket of its own"
fi
LC_ALL=C comm -23 "$lists/there" "$lists/here" > "$lists/gone"
gone=$(($(wc -l < "$lists/gone")))
if [ "$gone" -gt "$most" ]; then
  head -n 5 "$lists/gone" >&2
  refuse "$gone files would go, and $most may, so nothing was changed; if they are meant to, write $gone behind '$to'"
fi

types > "$lists/types"
while read -r pattern type; do
  printf -- '- %s\n' "$pattern"
done < "$lists/types" > "$lists/untyped"

put copy --ignore-existing --filter-from "$lists/untyped" "$site" "$to"
: > "$lists/filter"
while read -r pattern type; do
  name=${pattern##*\*}
  if grep -qi "\\$name\$" "$lists/here"; then
    { cat "$lists/filter" && printf -- '+ %s\n- *\n' "$pattern"; } > "$lists/typed"
    put copy --checksum ${again:+--ignore-times} --filter-from "$lists/typed" \
      --header-upload "Content-Type: $type" "$site" "$to" < /dev/null
  fi
  printf -- '- %s\n' "$pattern" >> "$lists/filter"
done < "$lists/types"
if [ "$again" ]; then
  put copy --ignore-times --filter-from "$lists/untyped" "$site" "$to"
fi
put sync --checksum --delete-after --max-delete "$most" "$site" "$to"
