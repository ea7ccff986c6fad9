"""One good directory and one good campaign that use every field there is, as trees and as an author's files."""

from __future__ import annotations

from typing import Any

from generator.content.source.yaml_parser import read_yaml
from tests.standing import RIGHTS, STATEMENT

DIRECTORY_FILE = """\
emergency:
  - {say: Call 999, phone: "999", link: https://www.example.org/999, text: Call now., source: S001}
areas:
  cumbria: {name: Cumbria, parts: Cumbrian parts, towns: [Carlisle], postcodes: [CA1, LA12], source: S001}
  cumberland: {name: Cumberland, within: cumbria}
  eden: {name: Eden, within: cumbria}
organisations:
  victim-support: {name: Victim Support, about: A charity., website: https://www.example.org,
    charity: "298028", company: "1", sources: [S001]}
services:
  - id: victim-support-cumbria
    name: {en: Victim Support, cy: Cymorth}
    also_known_as: [VS]
    search_words: [robbed]
    kind: victim-hub                 # a comment
    kinds: [counselling]
    organisation: victim-support
    summary: Free, private help after any crime.
    about: |
      More in *Markdown*, with a [link](https://www.example.org).

      - one
    helps_with: [any-crime]
    who: {audiences: [men, women], ages: {from: 8, to: 99}, text: For anyone., not_for: Nobody.}
    areas: [cumbria]
    all_but: [eden]
    by_when: Best within 7 days.
    response: Within one working day.
    first_step: Call, or start a live chat.
    contact:
      - phone: 01632 960001
        label: Helpline
        hours: "Mo-Fr 09:00-17:00; PH off"
        cost: free
        note: Ask for Sam.
        languages: [en, cy]
        source: https://www.example.org/contact
        checked: {on: 2026-11-20, by: Us, how: phoned}
      - {text: 01632 960002, when_closed: Helpline}
      - {textphone: 18001 01632 960003}
      - {chat: https://www.example.org/chat}
      - {form: https://www.example.org/form}
      - {website: https://www.example.org}
      - {email: help@example.org}
    when_you_contact: {answered_by: A volunteer., calls_back: Yes, leaves_messages: No,
      wait: {text: A week, as_of: 2026-03-01}}
    report_needed: no
    who_will_know: {text: Nobody., police: only-if-you-agree, immigration: unknown}
    referral: [self, professional]
    cost: free
    languages: [en]
    interpreters: yes
    access: [step-free, bsl]
    places:
      - {name: Office, address: 1 High Street, postcode: CA10 2AU, show: full, area: cumberland,
         by_arrangement: yes, brought: no, directions: Go in., source: x, coordinates: "54.6641, -2.7521"}
    points:
      - name: Harbour Library
        address: 2 High Street
        postcode: CA11 2AU
        show: full
        area: cumberland
        directions: By the lift.
        coordinates: 54.6642, -2.7522
        by_arrangement: no
        brought: no
        source: x
        hours: "Tu 10:00-12:00; PH off"
        note: Ask at the desk.
        contact:
          - {phone: 01632 960004, label: Desk, hours: "Tu 10:00-11:00; PH off", cost: free, note: For Sam.,
             languages: [cy], source: https://www.example.org/desk, checked: {on: 2026-11-20, by: Us, how: phoned}}
        checked: {on: 2026-11-20, by: Us, how: wrote}
    outcomes:
      - {says: 82% felt better, of: people who used it, when: March 2022, source: S001 2.3}
    networks: [harbour-network]
    marks: [harbour-mark]
    commissioned_by: [victim-support]
    contract_until: 2027-03-31
    contract_extension: 2029-03-31
    status: open
    checked: {on: 2026-11-20, by: Communications team, how: phoned}
    sources: [S001 2.2]
  - id: harbour
    name: 'Harbour: a refuge'
    kind: refuge
    organisation: victim-support
    summary: A safe place to stay.
    helps_with: [domestic-abuse]
    areas: [cumbria, cumberland]
    status: closed
    closed_on: 2026-10-01
    replaced_by: victim-support-cumbria
    reached_through: victim-support-cumbria
    places: [{name: Larkspur House, address: 7 Gooseberry Lane, postcode: CA99 9ZZ}]
kinds:
  victim-hub: {name: Victim care, plain: One place to start., synonyms: [one door]}
crimes:
  hate-crime: {name: Hate, plain: Because of who you are., synonyms: [targeted]}
audiences:
  men: {name: Men and boys, plain: For men., synonyms: [lads]}
networks:
  harbour-network: {name: Harbour Network, plain: They work together., synonyms: [the network], sources: [S001 4]}
marks:
  harbour-mark: {name: Harbour Mark, plain: They were visited., synonyms: [the mark], sources: [S001 5]}
doors:
  stages:
    name: Where are you on the way?
    plain: Choose where you are.
    choices:
      - {id: court, name: I have to go to court, plain: Help before and on the day., synonyms: [trial],
         services: [victim-support-cumbria]}
      - {id: safe, name: I need to feel safe, plain: Locks and alarms., services: [victim-support-cumbria]}
retired_numbers:
  - {number: 0845 30 30 900, was: old Supportline, source: S001}
sources:
  S001: {title: A report, date: 4 July 2022, kind: report, link: https://www.example.org/report}
"""

CAMPAIGN_FILE = """\
---
id: dating-scams
was: [love-scams]
title: Dating scams
summary: Someone you met online asks for money.   # a comment
ask: Talk to someone first.
about: [fraud-cyber]
audiences: [everyone, older]
services: [victim-support-cumbria]
partners: [victim-support]
rule: the whole of February
runs:
  - {from: 2027-02-01, to: 2027-02-28, announce: 2027-01-20, moved: [2026-11-01],
     confirmed: {by: Us, on: 2026-11-20, source: the calendar}}
design: panel
hashtags: ["#DatingScams"]
objective: Fewer people pay.
insight: Most are over 50.
measures: Calls in February.
results: Not known yet.
posts:
  - id: dating-scams-2027-launch
    at: 2027-02-01 09:00
    title: Dating scams
    text: |
      Talk to a friend first.
      Victim Support can help: 01632 960001.
    channels: [x, bluesky]
    variants: {bluesky: "Talk to us first: 01632 960001. 👩‍👩‍👧 #DatingScams"}
    withdrawn: false
  - {id: dating-scams-2027-last, at: 2027-02-27 09:00, text: "It was never your fault. Call 01632 960001."}
sources: [S001]
---
## Words of the page

Nobody asks for money on the **second** day.
"""

MKDOCS_FILE = """\
site_name: Victim services in Cumbria
site_url: https://help.example.org/
docs_dir: content
theme:
  name: material
  custom_dir: overrides
  language: en
plugins:
  - waymark:
      office: {name: The office, website: https://www.example.org, corrections: help@example.org}
      notice: A demonstration.
      exit: https://www.bbc.co.uk/weather
      no_first_line: The line opens in spring.
      colours: {brand: "#1d4f73"}
      services: [services.yaml]
      campaigns: campaigns
      feeds: {owner: "help.example.org,2026", lead_minutes: 45, pause: {from: 2027-04-01, why: an election}}
extra: {a: !ENV [A, b]}
"""

LEDGER_FILE = """\
post,published
dating-scams-2026-launch,2026-02-01T09:45:00+00:00
dating-scams-2026-last,2026-07-27T10:00:00+01:00
"""


def _tree(text: str) -> Any:
    tree, problems = read_yaml(text, "whole")
    assert problems == []
    return tree


DIRECTORY: Any = _tree(DIRECTORY_FILE)
CAMPAIGN: Any = _tree(CAMPAIGN_FILE.split("---\n")[1])
RIGHTS_FILE = RIGHTS.replace("P107", "S001").replace("P105", "S001")
RIGHTS_RECORD: Any = _tree(RIGHTS_FILE.split("---\n")[1])
STATEMENT_RECORD: Any = _tree(STATEMENT.split("---\n")[1])
