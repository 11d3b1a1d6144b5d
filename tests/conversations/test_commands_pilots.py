"""Which pilot a command means, and what every other command says: typed, to the person alone."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.conversations.stage import stage
from tests.conversations.told import EMEKA, GUEST, NGOZI, PRIYA, Told, button

ONE, TWO = "Invoice Coder", "Invoice Checker"


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Told]:
    """Two pilots whose names begin alike."""
    directory = tmp_path_factory.mktemp("two")
    with stage(directory) as on:
        told = Told(on, directory)
        told.start(ONE)
        told.start(TWO)
        yield told


@pytest.mark.parametrize(
    "words", ["Invoice Coder", "invoice  CODER", "Invoice Cod", "p1", "P1", '"Invoice Coder"', "“Invoice Coder”"]
)
def test_a_pilot_is_named_by_its_name_a_start_of_it_or_its_short_id(two: Told, words: str) -> None:
    assert two.command(f"status {words}").startswith(f"*{ONE}*")


def test_a_start_that_fits_two_lists_both_with_their_short_ids(two: Told) -> None:
    said = two.command("status invoice")
    assert said.startswith(
        "More than one pilot fits: Invoice Coder (p1) and Invoice Checker (p2). Type the command again with one of "
        "these names, or the short id."
    )
    assert button(two.priya.ephemerals("pilots")[-1], "run_command", "Show the pilots here")


def test_left_out_with_two_pilots_here_it_asks_which(two: Told) -> None:
    assert two.command("record").startswith("Which pilot? Here are Invoice Coder and Invoice Checker.")


@pytest.mark.parametrize("words", ["zebra", "p99", "p999999999", "1; drop table pilot", "' or '1'='1", "%"])
def test_a_name_nobody_gave_finds_nothing(two: Told, words: str) -> None:
    assert two.command(f"status {words}").startswith("I know no pilot called ")
    assert two.rows("select count(*) from pilot") == [(2,)]


def test_left_out_with_no_pilot_here_it_says_how_to_begin(two: Told) -> None:
    two.on.driver.post("channels/create", name="quiet", members=[PRIYA, "bot"])
    said = two.command("status", channel="quiet")
    assert said == "There is no pilot in this channel yet. `/shipready start` and a name opens the first."


def test_left_out_with_one_pilot_here_it_is_that_one(two: Told) -> None:
    two.on.driver.post("channels/create", name="single", members=[PRIYA, NGOZI, "bot"])
    two.start("Only One", "single")
    assert two.command("status", channel="single").startswith("*Only One*")


def test_status_says_everything_to_the_reader_alone(two: Told) -> None:
    said = two.command("status p1", two.ngozi)
    assert "Owner: nobody yet · Steps in: nobody yet · Reviewer: nobody yet · Lead: Priya Raman" in said
    assert said.count("not answered") >= 7
    assert not any("Only you see this" in text for text in two.said())


def test_list_shows_the_pilots_here_or_everywhere(two: Told) -> None:
    here = two.command("list")
    assert "*Invoice Checker* (p2)" in here
    assert "not ready: Owner, Dependencies and 5 more" in here
    assert two.command("list blocked").startswith("*Two pilots held up*")
    assert two.command("list ready") == "No pilot is ready here."
    assert two.command("list live") == "No pilot is live here."
    assert "<#C0PILOTS1>" in two.command("list everywhere", channel="general")
    assert "There is no pilot here yet." in two.command("list", channel="general")


def test_list_everywhere_shows_a_stranger_nothing(two: Told) -> None:
    two.on.driver.post("people/create", name="nora", real_name="Nora New", id="U0NORA001", channels=["general"])
    assert "There is no pilot here yet." in two.command("list everywhere", two.on.person("U0NORA001"), "general")


@pytest.mark.parametrize("role", ["owner", "backup", "reviewer"])
def test_a_role_is_proposed_and_only_their_own_yes_counts(two: Told, role: str) -> None:
    person = {"owner": "ngozi", "backup": "tom", "reviewer": "emeka"}[role]
    said = two.command(f"{role} p1 @{person}")
    assert "is asked about Invoice Coder. It counts once" in said
    user = {"ngozi": NGOZI, "tom": "U0TOM0001", "emeka": EMEKA}[person]
    two.on.direct(two.on.person(user), "Invoice Coder")
    assert ("accepted", user) not in two.facts()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("owner p2", "Who? Type the person's name with an @ after the name of the pilot."),
        ("owner p2 @gus", "Gus Hart can't be named here: only active full members of Northfield Finance can."),
        ("backup p2 @walt", "Walt Kerr can't be named here: only active full members of Northfield Finance can."),
        ("owner p2 @ledgerbot", "Ledgerbot can't be named here: only active full members of Northfield Finance can."),
        ("reviewer p2 @mira", "Mira Novak can't be named here: only active full members of Northfield Finance can."),
        ("lead p2 @walt", "Walt Kerr can't be named here: only active full members of Northfield Finance can."),
        ("reviewer p2 @priya", "Priya Raman built it, so the reviewer has to be someone else."),
        ("lead p2", "Who? Type the person's name with an @ after the name of the pilot."),
        ("move p2", "Which channel? Type it with a # after the name of the pilot."),
        ("move p2 #pilots", "The pilot is in this channel already, so nothing has changed."),
        ("move p2 #general", "I'm not in <#C0GENERAL> yet. Type `/invite @Shipready` there"),
        ("move p2 #month-end-2025", "This channel is archived, so I can't open a thread here."),
        ("move p2 #partner-ledger", "This channel is shared with another company"),
        ("rename p2 to Invoice Coder", "Another pilot of that channel is called Invoice Coder already, so nothing"),
        ("reopen p2", "It is not retired, so there is nothing to reopen."),
    ],
)
def test_what_cannot_be_is_refused_in_a_sentence_and_changes_nothing(two: Told, text: str, said: str) -> None:
    before = two.facts()
    assert two.command(text).startswith(said)
    assert two.facts() == before


@pytest.mark.parametrize("text", ["ship p2", "retire p2", "rename p2 to Other", "move p2 #notices", "lead p2 @tom"])
def test_who_neither_owns_nor_leads_it_may_not(two: Told, text: str) -> None:
    said = two.command(text, two.tom)
    assert said == "Only the owner or the lead can do this, so nothing has changed. The lead is Priya Raman."


@pytest.mark.parametrize("text", ["record p1", "incident p1", "owner p1 @tom", "retire p1", "start Guest's own"])
def test_a_guest_may_do_none_of_it(two: Told, text: str) -> None:
    before = two.facts()
    said = two.command(text, two.on.person(GUEST))
    assert "full members of Northfield Finance" in said or "that you may see" in said
    assert two.facts() == before


@pytest.mark.parametrize(
    ("typed", "nearest"),
    [("stauts p1", "status"), ("lst", "list"), ("ownr p1 @tom", "owner"), ("Retired p1", "retire"), ("hlep", "help")],
)
def test_a_typo_is_offered_the_nearest_command(two: Told, typed: str, nearest: str) -> None:
    said = two.command(typed)
    assert said.startswith(f"I don't know `{typed.split()[0]}`. Did you mean `{nearest}`?")


def test_the_offered_command_runs_with_what_was_typed_after_it(two: Told) -> None:
    two.command("stauts p1")
    offer = two.hear("Did you mean `status`?")
    two.priya.press(offer, "run_command")
    assert two.hear("Only you see this")["text"].startswith(f"*{ONE}*")


@pytest.mark.parametrize(
    "typed",
    ["frobnicate", "digest", "🦄", "<!channel>", "&amp; `x`", "x" * 3000, "\u202e\u200b"],
)
def test_other_words_get_help_and_do_nothing(two: Told, typed: str) -> None:
    said = two.command(typed)
    assert said.startswith("I don't know `")
    assert "Here is what I know." in said
    assert "<!" not in said
    assert len(said) < 700


def test_help_comes_in_four_lines_and_opens_the_rest(two: Told) -> None:
    assert two.command("help") == two.command("")
    page = two.hear("*Four to begin with*")
    for action, words in {
        "help_all": "*All commands*",
        "help_ready": "seven checks",
        "help_kept": "*What I keep*",
    }.items():
        two.priya.press(page, action)
        two.hear(words)
