"""An approval is somebody else's, of exactly these words; who, git says. No row that one person wrote alone counts."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from generator.content.loading.approval_digests import digest, number_digest, place_digest, post_digests
from generator.diagnostics import ContentError
from generator.model.place import Place
from generator.staff.approval.last_change import LastChanges
from tests.approval_site import (
    ALEX,
    NUMBER,
    PLACE,
    PLACES,
    SAM,
    SECOND_NUMBER,
    TwoPeople,
    git,
    numbers_shown,
    people,
    said,
)
from tests.builders import a_campaign, a_contact, a_post
from tests.cli.in_process import waymark

__all__ = ["people"]


def test_of_two_numbers_by_two_people_neither_approves_both(people: TwoPeople) -> None:
    people.changes(ALEX, "services.yaml", "    checked: {on: 2026-11-20, by: Comm", SECOND_NUMBER)
    people.changes(SAM, "services.yaml", "phone: 03003030554", "phone: 03003030555")

    assert people.approves(SAM, NUMBER).status == 1
    assert people.approves(ALEX, NUMBER).status == 1
    assert people.approves(("Jo Hall", "jo.hall@example.org"), NUMBER).status == 0


def test_whoever_changed_other_lines_since_may_approve(people: TwoPeople) -> None:
    people.changes(ALEX, "services.yaml", "phone: 03003030554", "phone: 03003030555")
    people.changes(SAM, "services.yaml", "summary: Free, private help", "summary: Kind, private help")

    assert people.approves(ALEX, NUMBER).status == 1
    assert people.approves(SAM, NUMBER).status == 0


@pytest.mark.parametrize("who", [("Alexandra", ALEX[1].upper()), ("alex  kim", "ak@example.org")])
def test_another_spelling_of_somebody_is_the_same_person(people: TwoPeople, who: tuple[str, str]) -> None:
    people.changes(ALEX, "services.yaml", "phone: 03003030554", "phone: 03003030555")

    assert people.approves(who, NUMBER).status == 1


def test_whoever_a_commit_names_beside_its_author_changed_it_too(people: TwoPeople) -> None:
    people.site.change("services.yaml", "phone: 03003030554", "phone: 03003030555")
    people.keeps(ALEX, f"A number\n\nCo-authored-by: {SAM[0]} <{SAM[1]}>")

    assert people.approves(SAM, NUMBER).status == 1


def test_what_nobody_kept_yet_can_t_be_approved(people: TwoPeople) -> None:
    people.site.change("services.yaml", "phone: 03003030554", "phone: 03003030555")
    done = people.approves(SAM, NUMBER)

    assert (done.status, done.err) == (
        1,
        f"Nothing was approved: {NUMBER} is not kept yet, so nobody knows whose change it is; keep it first.\n",
    )
    assert numbers_shown(people) == []


def test_a_row_in_another_s_name_does_not_count(people: TwoPeople) -> None:
    people.changes(ALEX, "services.yaml", "phone: 03003030554", "phone: 03003030555")
    assert people.approves(SAM, NUMBER).status == 0
    row = people.ledger.splitlines()[-1]
    git(people.root, "reset", "--quiet", "--hard", "HEAD~1")
    people.site.write("approvals.csv", f"{people.ledger}{row}\n")

    assert numbers_shown(people) == []  # nobody kept it
    people.keeps(ALEX, "As if Sam had")
    advice = [str(one) for one in people.edition().catalogue.advice if one.code == "approval-by-another"]
    line = len(people.ledger.splitlines())
    assert advice == [
        f"approvals.csv:{line}:1: this row names 'Sam Reed', and git says that 'Alex Kim' wrote it: it does not count; "
        "whoever approves it writes it: waymark approve"
    ]
    assert numbers_shown(people) == []
    git(people.root, "commit", "--quiet", "--amend", "-m", f"Squashed\n\nCo-authored-by: {SAM[0]} <{SAM[1]}>")
    assert numbers_shown(people) == ["0300 303 0555"]


def test_a_row_by_one_person_alone_is_refused(people: TwoPeople) -> None:
    row = f"{NUMBER},{'0' * 32},{ALEX[0]} <{ALEX[1]}>,alex kim <ak@example.org>,2027-02-10\n"
    people.site.write("approvals.csv", people.ledger + row)

    with pytest.raises(ContentError, match="somebody approved what they changed themselves"):
        people.edition()


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ("a,b", "a row has 5 cells, and this one has 2; take this file back from git as it was"),
        ("posts/../x,,,S <s@example.org>,2027-02-10", "'posts/../x' is nothing that can be approved; it reads posts/"),
        ("posts/x,abc,,S <s@example.org>,2027-02-10", "'abc' is not what waymark approve writes"),
        ("posts/x,,S,S <s@example.org>,2027-02-10", "'S' does not say who; it reads Sam Reed <sam.reed@example.org>"),
        ("posts/x,,,S,2027-02-10", "'S' does not say who; it reads Sam Reed <sam.reed@example.org>"),
        ("posts/x,,,S <s@example.org>,2027-02-30", "'2027-02-30' is not a date; write it as 2026-11-25"),
    ],
)
def test_a_row_that_can_t_be_read_stops_all(people: TwoPeople, row: str, why: str) -> None:
    people.site.write("approvals.csv", f"{people.ledger}{row}\n")

    with pytest.raises(ContentError) as refused:
        people.edition()
    assert why in str(refused.value)


def test_without_its_file_or_its_heading_nothing_is_built_and_nothing_is_taken_off(people: TwoPeople) -> None:
    before = people.ledger
    people.site.write("approvals.csv", before.partition("\n")[2])
    assert "approvals-not-begun" in said(people)
    with pytest.raises(ContentError, match='the first line must be "what,approved,changed_by,approved_by,on"'):
        people.edition()
    (people.root / "approvals.csv").unlink()
    assert [*said(people)] == ["approvals-not-begun"]


def test_a_file_that_git_does_not_keep_approves_nothing(people: TwoPeople) -> None:
    git(people.root, "rm", "--quiet", "--cached", "approvals.csv")

    with pytest.raises(ContentError, match="git does not keep this file yet, so no approval counts"):
        people.edition()


def test_without_git_and_without_its_history_rows_count_as_they_stand(people: TwoPeople, tmp_path: Path) -> None:
    people.changes(ALEX, "services.yaml", "phone: 03003030554", "phone: 03003030555")
    assert people.approves(SAM, NUMBER).status == 0
    shallow = tmp_path / "shallow"
    git(tmp_path, "clone", "--quiet", "--depth=1", people.root.as_uri(), str(shallow))

    assert numbers_shown(TwoPeople(replace(people.site, root=shallow))) == ["0300 303 0555"]
    (people.root / ".git").rename(tmp_path / "git")
    assert numbers_shown(people) == ["0300 303 0555"]


def test_a_rule_that_somebody_takes_out_is_told(people: TwoPeople) -> None:
    people.changes(ALEX, "mkdocs.yml", "[posts, numbers, places]", "[posts, places]")

    assert said(people)["approvals-not-named"].startswith(
        "approvals.csv:1:1: approvals.csv says that numbers need a second person, and approve: in mkdocs.yml does not "
    )


def test_the_list_names_no_secret_place_where_others_read_it(people: TwoPeople) -> None:
    people.changes(ALEX, "services.yaml", PLACE, f"{PLACE[:-1]}, show: full}}")
    done = waymark(people.root, ["approve"])

    assert f"Places of Harbour ({PLACES}), changed last by Alex Kim" in done.out
    assert not any(word in done.out + done.err for word in ("Larkspur", "Gooseberry", "CA99"))


@pytest.mark.parametrize(
    ("what", "why"),
    [
        ("numbers/victim-support", 'did you mean "numbers/victim-support-cumbria"?'),
        ("posts/dating-scams-2027-last", "does not wait for anybody"),
        ("../../etc/passwd", "does not wait for anybody"),
    ],
)
def test_what_does_not_wait_is_wrong_use(people: TwoPeople, what: str, why: str) -> None:
    people.changes(ALEX, "services.yaml", "phone: 03003030554", "phone: 03003030555")
    before = people.ledger
    done = people.approves(SAM, what)

    assert (done.status, why in " ".join(done.err.split())) == (2, True)
    assert people.ledger == before


def test_who_looks_and_writes_nothing_writes_nothing(people: TwoPeople) -> None:
    people.changes(ALEX, "services.yaml", "phone: 03003030554", "phone: 03003030555")
    before = people.ledger

    assert people.approves(SAM, NUMBER, "--dry-run").out.splitlines()[-1] == "Nothing was written."
    assert people.ledger == before


def test_each_state_of_a_file_is_read_once(people: TwoPeople, monkeypatch: pytest.MonkeyPatch) -> None:
    people.changes(ALEX, "services.yaml", "phone: 03003030554", "phone: 03003030555")
    people.changes(ALEX, "services.yaml", "phone: 01632 960777", "phone: 01632 960778")
    read: list[str] = []
    digests = LastChanges._digests
    monkeypatch.setattr(LastChanges, "_digests", lambda self, *of: read.append(of[0]) or digests(self, *of))
    content = people.content()
    changes = LastChanges(content)

    assert [str(changes.of(one).by) for one in content.awaiting] == [f"{ALEX[0]} <{ALEX[1]}>"] * 2
    assert len(read) == len(set(read))


def test_no_version_of_waymark_makes_approvals_fall_away() -> None:
    """These digests stand in the files of offices: if one changes, all that they approved is held back at once."""
    campaign = a_campaign(posts=[a_post(text="Talk to us.")])
    post = campaign.posts[0]
    place = Place(name="Larkspur House", postcode="CA99 9ZZ")

    assert digest("a", None, ["b"], {"c": "d"}) == "8566c105dbbf13b90069961e741095e8"
    assert number_digest(a_contact(phone="0300 303 0554")) == "3b09e96039cfaaf7e4a14d1e7e09b40f"
    assert (place_digest(place, "never"), place_digest(place, "full")) == (
        "!40605ee49ee8a0c703d8c32d5144a9fb",
        "1bad753fd7db8347615e25cccc6a09fb",
    )
    assert post_digests(campaign, post, {}) == ("5f7c7ea804cf7b09fd333afcb1a667d4", "35510d7a99b9535380ec7fb9d992941d")
