from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator, Draft202012Validator

from generator.content.loading.campaigns import read_campaign
from generator.content.loading.service_directory import read_directory
from generator.content.loading.shipped import read_vocabulary
from generator.content.schema.json_schema import DIRECTORY, campaign_schema, fields, services_schema
from generator.content.source.text_files import split
from generator.model.campaign import Campaign
from tests.builders import a_campaign_file, a_services_yaml
from tests.handbook.typed_yaml import as_text, typed

ROOT = Path(__file__).parents[3]
VOCABULARY = read_vocabulary()
SERVICES = json.loads(services_schema(VOCABULARY))
CAMPAIGN = json.loads(campaign_schema(VOCABULARY))
CAMPAIGNS = sorted((ROOT / "campaigns").glob("*.md"))
WAYS = pytest.mark.parametrize("read", [typed, as_text])


def faults(schema: dict[str, Any], value: Any) -> list[str]:
    """Where a value breaks a schema: "services.0.kind"."""
    return sorted(
        {".".join(map(str, fault.absolute_path)) for fault in Draft202012Validator(schema).iter_errors(value)}
    )


def test_an_editor_sees_types_where_the_reader_sees_text() -> None:
    text = "a: [1, 1.5, true, no, 24/7, 2026-11-25, '7', ~]\nb:\n"

    assert typed(text) == {"a": [1, 1.5, True, "no", "24/7", "2026-11-25", "7", None], "b": None}
    assert as_text(text) == {"a": ["1", "1.5", "true", "no", "24/7", "2026-11-25", "7", "~"], "b": None}


def record_of(text: str) -> str:
    return split(text).record


@pytest.mark.parametrize("schema", [SERVICES, CAMPAIGN], ids=["services", "campaign"])
@pytest.mark.parametrize("validator", [Draft202012Validator, Draft7Validator])
def test_a_schema_is_a_schema_for_new_and_for_older_editors(schema: dict[str, Any], validator: Any) -> None:
    validator.check_schema(schema)

    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert "$ref" not in json.dumps(schema)


@WAYS
def test_this_repository_s_directory_has_no_red_line(read: Callable[[str], Any]) -> None:
    assert faults(SERVICES, read((ROOT / "services.yaml").read_text(encoding="utf-8"))) == []


@WAYS
@pytest.mark.parametrize("path", CAMPAIGNS, ids=lambda path: path.stem)
def test_no_campaign_of_this_repository_has_a_red_line(path: Path, read: Callable[[str], Any]) -> None:
    assert faults(CAMPAIGN, read(record_of(path.read_text(encoding="utf-8")))) == []


STRANGE_SERVICES = (
    "who: {ages: {from: 8, to: '25'}}",
    "name: 1999",
    "name: true",
    "name: {en: Help, cy: 12}",
    "about: 1.5",
    "kinds: [isva, counselling]",
    "status:",
    "replaced_by:",
    "contact: [{phone: 03003030554, hours: 24/7, cost: free}]",
    "contact: [{phone: 999, note: 1}, {text: '60777'}]",
    "contract_until: 2027-03-31",
    "places: [{name: 7, postcode: CA1 1AA, show: never}]",
    "outcomes: [{says: 82, when: 2022, source: 3.10}]",
    "sources: [1, S000]",
    "when_you_contact: {wait: {text: 2, as_of: 2026-03-01}}",
)
STRANGE_CAMPAIGNS = (
    "hashtags: ['#a', 7]",
    "posts: [{id: 1, at: 2027-02-01T09:00, text: 5, withdrawn: true, variants: {x: 7}}]",
    "posts: [{id: a, at: 2027-02-01 09:00, text: Hello, withdrawn: 'false'}]",
    "rule: 25",
    "runs:",
    "was: [2026]",
)


@WAYS
@pytest.mark.parametrize("line", STRANGE_SERVICES)
def test_what_the_reader_takes_in_a_service_an_editor_does_not_underline(line: str, read: Callable[[str], Any]) -> None:
    name = line.partition(":")[0]
    known = a_services_yaml(line, **{name: None} if name in ("name", "contact") else {})
    problems = read_directory({"services.yaml": known}).problems

    assert problems == []
    assert faults(SERVICES, read(known)) == []


@WAYS
@pytest.mark.parametrize("line", STRANGE_CAMPAIGNS)
def test_what_the_reader_takes_in_a_campaign_an_editor_does_not_underline(
    line: str, read: Callable[[str], Any]
) -> None:
    text = a_campaign_file(line)
    problems = read_campaign(text, "a.md").problems

    assert problems == []
    assert faults(CAMPAIGN, read(record_of(text))) == []


@WAYS
@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("sumary: x", "services.0"),
        ("who: {audence: [men]}", "services.0.who"),
        ("who: everyone", "services.0.who"),
        ("who: {audiences: [mne]}", "services.0.who.audiences.0"),
        ("who: {ages: {from: ten}}", "services.0.who.ages.from"),
        ("status: opened", "services.0.status"),
        ("access: [ramp]", "services.0.access.0"),
        ("access: bsl", "services.0.access"),
        ("contact: {phone: 999}", "services.0.contact"),
        ("contract_until: 31 March 2027", "services.0.contract_until"),
        ("contract_until: 20270331", "services.0.contract_until"),
        ("replaced_by: Other Service", "services.0.replaced_by"),
        ("checked: {on: 2026-11-20, by: Us}", "services.0.checked"),
        ("places: [{name: Harbour, show: nver}]", "services.0.places.0.show"),
    ],
)
def test_a_mistake_in_a_service_is_underlined(line: str, place: str, read: Callable[[str], Any]) -> None:
    name = line.partition(":")[0]
    text = a_services_yaml(line, **{name: None} if name in ("contact", "checked") else {})

    assert faults(SERVICES, read(text)) == [place]


@WAYS
@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("words: x", ""),
        ("titel: x", ""),
        ("runs: [{from: 2027-02-30x, to: 2027-02-28}]", "runs.0.from"),
        ("runs: [{from: 2027-02-01}]", "runs.0"),
        ("posts: [{id: a, at: 9 am, text: x}]", "posts.0.at"),
        ("posts: [{id: a, at: 2027-02-01 09:00, text: x, channels: [twitter]}]", "posts.0.channels.0"),
        ("posts: [{id: a, at: 2027-02-01 09:00, text: x, variants: {twitter: y}}]", "posts.0.variants"),
        ("image: images/a.png", "image"),
    ],
)
def test_a_mistake_in_a_campaign_is_underlined(line: str, place: str, read: Callable[[str], Any]) -> None:
    assert faults(CAMPAIGN, read(record_of(a_campaign_file(line)))) == [place]


def test_a_list_that_is_not_known_is_underlined() -> None:
    assert faults(SERVICES, {"servces": []}) == [""]
    assert faults(SERVICES, {"areas": {"Not An Id": {"name": "x"}}}) == ["areas"]
    assert faults(SERVICES, {"services": [{"id": "a"}]}) == ["services.0"]


def every_field(schema: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    for name, field in schema.get("properties", {}).items():
        yield name, field
        yield from every_field(field)
        yield from every_field(field.get("items", {}))
        for inside in field.get("patternProperties", {}).values():
            yield from every_field(inside)


@pytest.mark.parametrize("schema", [SERVICES, CAMPAIGN], ids=["services", "campaign"])
def test_an_editor_explains_every_field(schema: dict[str, Any]) -> None:
    told = list(every_field(schema))
    channels = CAMPAIGN["properties"]["posts"]["items"]["properties"]["variants"]["properties"]

    assert len(told) > 40
    assert [name for name, field in told if not field.get("description") and name not in channels] == []


def test_a_schema_knows_every_field_of_the_models() -> None:
    assert set(CAMPAIGN["properties"]) == {field.name for field in fields(Campaign)}
    assert set(SERVICES["properties"]) == set(DIRECTORY)
    for name, section in SERVICES["properties"].items():
        record = section.get("items") or next(iter(section["patternProperties"].values()))
        over = {"over"} if name == "services" else set()
        assert set(record["properties"]) == {field.name for field in fields(DIRECTORY[name])} | over


@pytest.mark.parametrize(
    ("record", "is_right"),
    [
        ({"id": "a-line", "over": "shared"}, True),
        ({"id": "a-line", "over": "shared", "contact": [{"phone": "01632 960001"}]}, True),
        ({"over": "shared"}, False),
        ({"id": "a-line", "over": "theirs"}, False),
        ({"id": "a-line"}, False),
    ],
)
def test_over_a_shared_service_its_id_is_enough_for_an_editor(record: dict[str, Any], is_right: bool) -> None:
    assert (faults(SERVICES, {"services": [record]}) == []) is is_right


def test_the_choices_are_those_of_the_vocabulary_with_their_names() -> None:
    kind = SERVICES["properties"]["services"]["items"]["properties"]["kind"]

    assert kind["enum"] == list(VOCABULARY.kinds)
    assert kind["enumDescriptions"][0].startswith(next(iter(VOCABULARY.kinds.values())).name)


@pytest.mark.parametrize(
    ("file", "made"), [("services.schema.json", services_schema), ("campaign.schema.json", campaign_schema)]
)
def test_the_editor_s_files_are_up_to_date(file: str, made: Callable[[Any], str]) -> None:
    assert (ROOT / ".vscode" / file).read_text(encoding="utf-8") == made(VOCABULARY), "run: make schema"
