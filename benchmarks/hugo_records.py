"""Records as their author wrote them -> templates and data from which Hugo makes the pages of services itself.

What a Hugo site would hold if somebody wrote one for these records: each fact stands in a template with its condition,
telephone numbers become links, opening hours and days become words, notes on age are reckoned. Hugo still has the easier
task: no record is validated, the order of lists is known, a week in minutes and names of terms are ready.
"""
# ruff: noqa: E501 # lines of HTML, as the pages have them

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from generator.content.source.yaml_parser import read_yaml
from generator.edition import Edition
from generator.l10n.calendar_words import language_name
from generator.model.fields.open_now import week


def records(folder: Path, edition: Edition) -> Mapping[str, Any]:
    """What `site.Data.records` holds: the records by id, and the names of all that they refer to."""
    catalogue = edition.catalogue
    written: Any = read_yaml((folder / "services.yaml").read_text(encoding="utf-8"), "services.yaml").value
    services = {one["id"]: one for one in written["services"]}
    for one in catalogue.services:
        services[one.id]["spans"] = {each.hours.text: week(each.hours) for each in one.contact if each.hours}
    terms = catalogue.vocabulary
    languages = {code for one in catalogue.services for code in one.languages}
    return {
        "today": edition.today.isoformat(),
        "services": services,
        "organisations": written["organisations"],
        "areas": {name: area["name"] for name, area in written["areas"].items()},
        "crimes": {name: term.name for name, term in terms.crimes.items()},
        "audiences": {name: term.name for name, term in terms.audiences.items()},
        "kinds": {name: {"name": term.name, "every": term.check_every} for name, term in terms.kinds.items()},
        "languages": {code: language_name(code, "en") for code in languages},
    }


SERVICE = """\
{{ $all := site.Data.records }}{{ $s := index $all.services .Params.service -}}
<nav class="crumbs" aria-label="You are here">
<ul>
<li><a href="/">Home</a></li>
<li><a href="/services/">All services</a></li>
</ul>
</nav>

<h1>{{ $s.name }}</h1>
<p class="lead">{{ $s.summary }}</p>
{{ if eq $s.status "closed" -}}
<p class="status strong">{{ with $s.closed_on }}This service closed on {{ dateFormat "2 January 2006" . }}.
{{- else }}This service has closed.{{ end }} Others can help: they are listed below.</p>
{{ else if eq $s.status "paused" -}}
<p class="status strong">This service is not taking new people at the moment.</p>
{{ else if eq $s.status "not-yet" -}}
<p class="status strong">This service has not started yet.</p>
{{ end -}}
{{ if ne $s.status "closed" -}}
{{ with $s.checked }}{{ $every := int (index $all.kinds $s.kind).every }}{{ $on := time.AsTime .on -}}
{{ $due := ($on.AddDate 0 0 (int (add $every 1))).Format "2006-01-02" -}}
{{ $over := ($on.AddDate 0 0 (int (add (mul 2 $every) 1))).Format "2006-01-02" -}}
<p class="status" data-from="{{ $due }}" data-to="{{ $over }}"{{ if or (lt $all.today $due) (ge $all.today $over) }} hidden{{ end }}>These details are due for a check. Most will still be right.</p>
<p class="status strong" data-from="{{ $over }}"{{ if lt $all.today $over }} hidden{{ end }}>Nobody has checked this number for a long time. It may have changed.
{{- range $s.places }}{{ if ne .show "never" }} Call before you go.{{ end }}{{ end }}</p>
{{ end -}}
{{ if eq $s.report_needed "no" }}<p class="promise">You do not have to tell the police.</p>
{{ else if eq $s.report_needed "yes" }}<p class="promise">You need to have told the police.</p>
{{ else }}<p class="promise">Do you need to tell the police? It depends. Ask them.</p>
{{ end -}}
<section class="contacts" aria-labelledby="contact" data-open="Open now, until %s" data-long="Open now, until %d at %s" data-now="Open now" data-today="Closed now. Opens at %s" data-tomorrow="Closed now. Opens tomorrow at %s" data-later="Closed now. Opens on %d at %s" data-closed="Closed now" data-days="Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday" data-noon="noon" data-midnight="midnight" data-am="am" data-pm="pm">
<h2 id="contact">Get in touch</h2>
{{ with $s.first_step }}<p class="first-step">{{ . }}</p>
{{ end -}}
{{ if $s.checked }}{{ range $s.contact -}}
<div class="contact">
{{ if .chat }}<p class="elsewhere">This opens {{ (urls.Parse .chat).Host }}, which is another website. What you write there goes to {{ (index $all.organisations $s.organisation).name }}, not to us.</p>
{{ end -}}
<p class="reach">{{ if .phone }}<span class="way">Call{{ with .label }} <span>{{ . }}</span>{{ end }}</span> {{ end }}{{ partial "way.html" . }}</p>
{{ with .hours }}{{ if ne . "24/7" }}<p class="now" data-week="{{ index $s.spans . }}" hidden></p>
{{ end }}<p>{{ partialCached "hours.html" . . }}. {{ end -}}
{{ if .hours }}{{ if eq .cost "local" }}Costs the same as a call to an 01 or 02 number.{{ else if eq .cost "free" }}Free to call.{{ end }}</p>
{{ end -}}
{{ if .phone }}<p class="call-list">This call may show in the phone's call list and on the bill.</p>
{{ end -}}
{{ if .email }}<p>An e-mail stays in your Sent folder.</p>
{{ end -}}
{{ with .note }}<p>{{ . }}</p>
{{ end -}}
</div>

{{ end -}}
{{ if ne $s.status "not-yet" }}<p class="to-card"><a href="/services/{{ $s.id }}/card/">A small card to print or copy</a></p>
{{ end -}}
{{ else -}}
<p class="status">We are checking how to get in touch. We only show a number once someone has made sure it is right.</p>
{{ end -}}
</section>
{{ end -}}
<section aria-labelledby="facts">
<h2 id="facts">{{ if eq $s.status "closed" }}What this service was{{ else }}Before you get in touch{{ end }}</h2>
<dl class="facts">
<div><dt>Who it is for</dt>
<dd>{{ range $at, $one := $s.who.audiences }}{{ if $at }}, {{ end }}{{ index $all.audiences $one }}{{ end }}
{{- with $s.who.ages }}, aged {{ .from }} or over{{ end }}{{ with $s.who.not_for }}<br>Not for: {{ . }}{{ end }}</dd></div>
<div><dt>Helps with</dt>
<dd>{{ range $at, $one := $s.helps_with }}{{ if $at }}, {{ end }}<a href="/what-happened/{{ $one }}/">{{ index $all.crimes $one }}</a>{{ end }}</dd></div>
<div><dt>Where</dt>
<dd>{{ range $at, $one := $s.areas }}{{ if $at }}, {{ end }}<a href="/where/{{ $one }}/">{{ index $all.areas $one }}</a>{{ end }}</dd></div>
{{ with $s.who_will_know -}}
{{ with .text }}<div><dt>Who will know</dt>
<dd>{{ . }}</dd></div>
{{ end -}}
{{ if ne .police "unknown" }}<div><dt>Do they tell the police?</dt>
<dd>{{ partialCached "told.html" .police .police }}</dd></div>
{{ end -}}
{{ if ne .immigration "unknown" }}<div><dt>Do they tell immigration enforcement?</dt>
<dd>{{ partialCached "told.html" .immigration .immigration }}</dd></div>
{{ end -}}
{{ end -}}
{{ with $s.referral }}<div><dt>How to get this help</dt>
<dd>{{ $route := dict "self" "you can ask for help yourself" "professional" "someone who works with you can ask" "police" "the police can ask" "any" "anyone can ask" -}}
{{ range $at, $one := . }}{{ if $at }}; {{ index $route $one }}{{ else }}{{ humanize (index $route $one) }}{{ end }}{{ end }}.</dd></div>
{{ end -}}
{{ with $s.cost }}<div><dt>What it costs</dt>
<dd>{{ if eq . "free" }}It is free.{{ else }}{{ . }}{{ end }}</dd></div>
{{ end -}}
{{ with $s.when_you_contact }}{{ with .wait }}<div><dt>How long you may wait</dt>
<dd>{{ .text }} ({{ dateFormat "2 January 2006" .as_of }})</dd></div>
{{ end -}}
<div><dt>When you get in touch</dt>
<dd>{{ .answered_by }}{{ with .calls_back }} {{ . }}{{ end }}{{ with .leaves_messages }} {{ . }}{{ end }}</dd></div>
{{ end -}}
{{ with $s.languages }}<div><dt>Languages</dt>
<dd>{{ range $at, $one := . }}{{ if $at }}, {{ end }}{{ index $all.languages $one }}{{ end }}</dd></div>
{{ end -}}
{{ if ne $s.interpreters "unknown" }}<div><dt>Interpreters</dt>
<dd>{{ index (dict "yes" "Yes." "no" "No." "depends" "It depends: ask them.") $s.interpreters }}</dd></div>
{{ end -}}
{{ with $s.access }}<div><dt>Access</dt>
<dd>{{ $words := dict "step-free" "step free" "bsl" "British Sign Language (BSL)" "hearing-loop" "hearing loop" "easy-read" "Easy Read" "parking" "parking" -}}
{{ range $at, $one := . }}{{ if $at }}, {{ index $words $one }}{{ else }}{{ index $words $one | strings.FirstUpper }}{{ end }}{{ end }}</dd></div>
{{ end -}}
{{ range $s.places }}{{ if ne .show "never" }}<div><dt>Where to go</dt>
<dd>{{ .name }}{{ if eq .show "full" }}, {{ .address }}, {{ .postcode }}{{ end }}</dd></div>
{{ end }}{{ end -}}
<div><dt>Kind of help</dt>
<dd><a href="/kinds/{{ $s.kind }}/">{{ (index $all.kinds $s.kind).name }}</a></dd></div>
{{ with index $all.organisations $s.organisation }}<div><dt>Run by</dt>
<dd>{{ .name }}<br>{{ .about }}{{ with .charity }}<br>Registered charity {{ . }}.{{ end -}}
{{ with $s.commissioned_by }}<br>Paid for by: {{ range $at, $one := . }}{{ if $at }}, {{ end }}{{ (index $all.organisations $one).name }}{{ end }}{{ end }}</dd></div>
{{ end -}}
</dl>
{{ if ne $s.status "closed" -}}
<div class="to-ask">
<h3>Not known: ask them</h3>
<ul>
{{ if not $s.when_you_contact.wait }}<li>How long will I wait?</li>
{{ end -}}
{{ if not $s.cost }}<li>What does it cost?</li>
{{ end -}}
{{ if eq $s.who_will_know.immigration "unknown" }}<li>Would you tell immigration enforcement?</li>
{{ end -}}
{{ if eq $s.interpreters "unknown" }}<li>Can you get an interpreter?</li>
{{ end -}}
{{ if not $s.access }}<li>What help is there for disabled people?</li>
{{ end -}}
</ul>
</div>
{{ end -}}
</section>

<section class="prose" aria-labelledby="about">
<h2 id="about">About this service</h2>
{{ .Content }}
</section>
{{ with $s.outcomes -}}
<section class="said" aria-labelledby="outcomes">
<h2 id="outcomes">In figures</h2>
<ul>
{{ range . }}<li>{{ .says }}{{ with .of }} ({{ . }}){{ end }}. {{ .when }}.</li>
{{ end -}}
</ul>
<p class="from quiet">From: {{ range . }}{{ .source }}. {{ end }}</p>
</section>
{{ end -}}
{{ with .Params.others -}}
<section class="others" aria-labelledby="others">
<h2 id="others">Others who can help</h2>
<ul class="cards">
{{ range . }}{{ partialCached "service-card.html" (index $all.services .) . }}
{{ end -}}
</ul>
</section>
{{ end }}
<footer class="checked">
{{ with $s.checked }}<p>Details checked on {{ dateFormat "2 January 2006" .on }} by {{ .by }} ({{ .how }}).</p>
{{ else }}<p>Nobody has checked these details yet.</p>
{{ end -}}
<details class="sources">
<summary>Where these facts come from</summary>
<ul>
{{ $sources := $s.sources }}{{ range $s.contact }}{{ with .source }}{{ $sources = union $sources (slice .) }}{{ end }}{{ end -}}
{{ range $sources }}<li>{{ . }}.</li>
{{ end -}}
</ul>
</details>

</footer>"""
SERVICE_CARD = """\
<li class="card" data-areas="{{ delimit .areas " " }}">
<h3><a href="/services/{{ .id }}/">{{ .name }}</a></h3>
<p>{{ .summary }}</p>
{{ if eq .status "paused" }}<p class="status">Not taking new people at the moment.</p>
{{ end -}}
{{ with .checked }}{{ $every := int (index site.Data.records.kinds $.kind).every -}}
{{ $over := ((time.AsTime .on).AddDate 0 0 (int (add (mul 2 $every) 1))).Format "2006-01-02" -}}
<p class="status" data-from="{{ $over }}"{{ if lt site.Data.records.today $over }} hidden{{ end }}>This number may have changed.</p>
{{ with index $.contact 0 }}<p class="reach"><span class="quiet">Call</span> {{ partial "way.html" . }}
{{- with .hours }} <span class="when">{{ if eq . "24/7" }}Day and night{{ else }}{{ partialCached "hours.html" . . }}{{ end }}</span>{{ end }}</p>
{{ end }}{{ else }}<p class="status">{{ .first_step }}</p>
{{ end -}}
</li>"""
WAY = """\
{{ with .phone }}<a href="tel:+44{{ strings.TrimPrefix "0" (replace . " " "") }}">{{ . }}</a>{{ end -}}
{{ with .website }}{{ $host := (urls.Parse .).Host }}<a href="{{ . }}" rel="noreferrer noopener">Visit their website</a> <span class="to">Opens {{ $host }}</span>{{ end -}}
{{ with .chat }}<a href="{{ . }}" rel="noreferrer noopener">Start a chat</a>{{ end -}}
{{ with .email }}<a href="mailto:{{ . }}">{{ . }}</a>{{ end -}}"""
HOURS = """\
{{ $days := dict "Mo" "Monday" "Tu" "Tuesday" "We" "Wednesday" "Th" "Thursday" "Fr" "Friday" "Sa" "Saturday" "Su" "Sunday" -}}
{{ if eq . "24/7" }}Day and night, every day{{ else }}{{ range $at, $rule := split . "; " }}{{ if $at }}. {{ end -}}
{{ if eq $rule "PH off" }}Closed on bank holidays{{ else }}{{ $parts := split $rule " " -}}
{{ $said := replaceRE "-" " to " (replaceRE "," ", " (index $parts 0)) -}}
{{ range $short, $long := $days }}{{ $said = replace $said $short $long }}{{ end }}{{ $said }}, {{ range $end, $time := split (index $parts 1) "-" -}}
{{ if $end }} to {{ end }}{{ if eq $time "12:00" }}noon{{ else }}{{ $clock := time.AsTime (printf "2027-01-01T%s:00Z" $time) -}}
{{ replace ($clock.Format "3:04pm") ":00" "" }}{{ end }}{{ end }}{{ end }}{{ end }}{{ if not (in . "PH") }}. Not known for bank holidays{{ end }}{{ end -}}"""
TOLD = """\
{{ index (dict "only-if-you-agree" "Only if you agree." "yes" "Yes." "no" "No." "depends" "It depends: ask them.") . -}}"""
SMALL_CARD = """\
{{ $s := index site.Data.records.services .Params.service -}}
<div class="off-paper">
<p class="crumbs"><a href="/services/{{ $s.id }}/">Back</a></p>
<h1>A small card</h1>
<p class="lead">Print it, or copy the numbers. It holds numbers and times, and nothing else.</p>
<p class="status strong">Someone may see this card. Think about where you keep it.</p>
</div>
<div class="sheet">
<div class="cut">
{{ partial "numbers.html" (dict "of" $s.contact "linked" true) }}
</div>
{{ $copy := partial "numbers.html" (dict "of" $s.contact "linked" false) }}{{ range seq 7 -}}
<div class="cut on-paper" aria-hidden="true">
{{ $copy }}
</div>
{{ end }}
</div>
<p class="off-paper">Printing gives one sheet of cards to cut out. Look at the preview first: some browsers add the address of this page at the edge.</p>"""
NUMBERS = """\
<p class="cut-name">Numbers</p>
{{ $linked := .linked }}{{ range .of }}{{ $hours := .hours }}{{ with .phone }}<p>Call {{ if $linked }}<a href="tel:+44{{ strings.TrimPrefix "0" (replace . " " "") }}"><b>{{ . }}</b></a>{{ else }}<b>{{ . }}</b>{{ end }} {{ with $hours }}<span>{{ partialCached "hours.html" . . }}</span>{{ end }}</p>
{{ end }}{{ end }}"""
PARTIALS = {
    "service-card.html": SERVICE_CARD,
    "way.html": WAY,
    "hours.html": HOURS,
    "told.html": TOLD,
    "numbers.html": NUMBERS,
}
LAYOUTS = {"service": SERVICE, "small-card": SMALL_CARD}
