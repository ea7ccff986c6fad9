"""What was read of a site, and its approvals -> the same with all kept back that waits for a second person."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from copy import copy
from dataclasses import dataclass, replace

from generator.approvals import FILE, LINES, SECRET, Approvals, Awaiting
from generator.content.loading.approval_digests import line_digest, number_digest, place_digest, post_digests
from generator.content.loading.service_directory import Directory
from generator.content.loading.source_file import Found, Source
from generator.content.source.yaml_parser import Value
from generator.diagnostics import Location
from generator.model.campaign import Campaign, images_of
from generator.model.contact import Contact
from generator.model.emergency import Emergency
from generator.model.fields.second_person import ApprovalKind
from generator.model.ledger import Ledger
from generator.model.place import Place, Point
from generator.model.service import Service
from generator.model.vocabulary import Vocabulary
from generator.privacy.withheld import shown_by


@dataclass(frozen=True, slots=True)
class HeldDirectory:
    """A directory as the public may see it, and each thing of which something waits."""

    directory: Directory
    awaiting: tuple[Awaiting, ...]


def things_of(
    directory: Directory, campaigns: Sequence[Found[Campaign]], vocabulary: Vocabulary, pictures: Callable[[str], bytes]
) -> Iterator[Awaiting]:
    """Everything that may need a second person, with what would be approved of it."""
    for own in campaigns:
        bytes_of = _pictures(own.record, pictures)
        for number, post in enumerate(own.record.posts):
            yield Awaiting("posts", post.id, post_digests(own.record, post, bytes_of), own.at("posts", number, "text"))
    if lines := [one for one in directory.emergency if one.record.phone]:
        digests = tuple(line_digest(one.record) for one in lines)
        yield Awaiting("numbers", LINES, digests, lines[0].at("phone"))
    shows = shown_by(vocabulary)
    for found in directory.services:
        service = found.record
        numbers = [(path, one) for path, one in service.ways if one.number]
        if numbers:
            path, first = numbers[0]
            digests = tuple(number_digest(one) for _, one in numbers)
            yield Awaiting("numbers", service.id, digests, found.at(*path, first.way))
        places = tuple(place_digest(place, shows(service, place)) for _, _, place in service.spots)
        if places:
            yield Awaiting("places", service.id, places, found.at("id"))  # on a line of a place nothing is said aloud


def held_back(
    directory: Directory,
    campaigns: Sequence[Found[Campaign]],
    approvals: Approvals,
    kinds: Sequence[ApprovalKind],
    vocabulary: Vocabulary,
    ledger: Ledger | None,
    pictures: Callable[[str], bytes],
) -> HeldDirectory:
    """Keep back what waits: a number as if nobody had checked it, a place as one that is never shown.

    Args:
        directory: what its files say.
        campaigns: those of the site.
        approvals: those that count.
        kinds: what needs a second person.
        vocabulary: what a kind of service shows of its places.
        ledger: what went out already.
        pictures: gives the bytes of a picture of the content folder.
    """
    if not kinds:
        return HeldDirectory(directory, ())
    every = [one for one in things_of(directory, campaigns, vocabulary, pictures) if one.kind in kinds]
    withdrawn = {post.id for own in campaigns for post in own.record.posts if post.withdrawn == "true"}
    out = ledger.published if ledger else {}
    awaiting = []
    known = "places" in kinds and directory.is_complete  # else what can't be read would seem to be gone
    lost = _lost(directory, approvals, every) if known else {}
    strict = {one.record.id for one in directory.services if _starts_secret(one.record, vocabulary)} | lost.keys()
    for one in every:
        approved = approvals.of(one.what)
        new = [digest for digest in one.digests if digest not in approved]
        if one.kind == "posts":
            is_out = one.id in out and one.digests[0] not in approved
            if new and one.id not in withdrawn:
                awaiting.append(replace(one, waits=1, lost=int(is_out)))
        elif one.kind == "numbers":
            awaiting += [replace(one, waits=len(new))] if new else []
        else:
            gone = lost.pop(one.id, 0)
            shown = [digest for digest in new if not digest.startswith(SECRET) and one.id in strict]
            secret = [digest for digest in new if digest.startswith(SECRET)]
            if gone or shown or secret:
                awaiting.append(replace(one, waits=len(shown) + len(secret), lost=gone))
    first = Location(directory.files[0].file) if directory.files else Location(FILE)
    awaiting += [Awaiting("places", id_, (), first, lost=gone) for id_, gone in lost.items()]
    waits = _Waiting(approvals, kinds, frozenset(strict), vocabulary)
    return HeldDirectory(waits.directory(directory), tuple(awaiting))


def _lost(directory: Directory, approvals: Approvals, every: Sequence[Awaiting]) -> dict[str, int]:
    """How many secret places of each service were approved as such, and are not there any more as they were."""
    now = {one.id: one.digests for one in every if one.kind == "places"}
    hidden = {one.record.id for one in directory.hidden}  # what they keep secret stays secret
    found: dict[str, int] = {}
    for what, approved in approvals.last.items():
        kind, _, name = what.partition("/")
        if kind == "places" and name and name not in hidden:
            gone = sum(one.startswith(SECRET) and one not in now.get(name, ()) for one in approved)
            found |= {name: gone} if gone else {}
    return found


def _starts_secret(service: Service, vocabulary: Vocabulary) -> bool:
    kind = vocabulary.kind(service.every_kind)
    return kind is None or kind.places != "full"


def _pictures(campaign: Campaign, pictures: Callable[[str], bytes]) -> Mapping[str, bytes]:
    return {file: pictures(file) for file in dict.fromkeys(images_of(campaign, campaign.posts))}


@dataclass(frozen=True, slots=True)
class _Waiting:
    """What is kept back of each record."""

    approvals: Approvals
    kinds: Sequence[ApprovalKind]
    strict: frozenset[str]
    vocabulary: Vocabulary

    def directory(self, directory: Directory) -> Directory:
        services = [replace(one, record=self._service(one.record)) for one in directory.services]
        lines = [one for one in directory.emergency if self._is_approved_line(one.record)]
        held = {
            (new.record.id, group, number)
            for old, new in zip(directory.services, services, strict=True)
            for (group, number, was), (_, _, now) in zip(old.record.spots, new.record.spots, strict=True)
            if was.show != now.show
        }
        files = [_never_shown(source, held) for source in directory.files] if held else directory.files
        return replace(directory, services=services, emergency=lines, files=files)

    def _is_approved_line(self, line: Emergency) -> bool:
        if "numbers" not in self.kinds or line.phone is None:
            return True
        return line_digest(line) in self.approvals.of(f"numbers/{LINES}")

    def _service(self, service: Service) -> Service:
        contact = tuple(self._contact(service, one) for one in service.contact)
        places = tuple(self._place(service, one) for one in service.places)
        points = tuple(self._place(service, self._point(service, one)) for one in service.points)
        return service.model_copy(update={"contact": contact, "places": places, "points": points})

    def _point(self, service: Service, point: Point) -> Point:
        return point.model_copy(update={"contact": tuple(self._contact(service, one) for one in point.contact)})

    def _contact(self, service: Service, contact: Contact) -> Contact:
        if "numbers" not in self.kinds or contact.number is None:
            return contact
        is_approved = number_digest(contact) in self.approvals.of(f"numbers/{service.id}")
        return contact if is_approved else contact.waiting()

    def _place(self, service: Service, place: Place) -> Place:
        shows = shown_by(self.vocabulary)(service, place)
        if "places" not in self.kinds or shows == "never" or service.id not in self.strict:
            return place
        is_approved = place_digest(place, shows) in self.approvals.of(f"places/{service.id}")
        return place if is_approved else place.model_copy(update={"show": "never"})


def _never_shown(source: Source, held: Collection[tuple[str, str, int]]) -> Source:
    """A file in which some places say that they are never shown: what its words say of them is secret too."""
    value = source.value
    services = value.get("services") if isinstance(value, dict) else None
    if not isinstance(value, dict) or not isinstance(services, list):
        return source
    made = copy(source)
    made.value = {**value, "services": [_record_never_shown(one, held) for one in services]}
    return made


def _record_never_shown(record: Value, held: Collection[tuple[str, str, int]]) -> Value:
    if not isinstance(record, dict):
        return record
    found = dict(record)
    for group in ("places", "points"):
        every = record.get(group)
        if isinstance(every, list):
            found[group] = [
                {**one, "show": "never"} if isinstance(one, dict) and (record.get("id"), group, number) in held else one
                for number, one in enumerate(every)
            ]
    return found
