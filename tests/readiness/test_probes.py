"""Which follow-up is asked, and that each has its words."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from bot.readiness.probes import Probe, Row, codes, follow_up
from bot.slack.pages.probe_words import PROBES

DATA = json.loads((Path(__file__).parents[1] / "data" / "answers.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("conversation", "text", "code"),
    [
        ("ownership", "The team owns it", "owner_is_a_group"),
        ("ownership", "Acme AI (the vendor) takes care of that", "owner_outside"),
        ("ownership", "TBD, we'll sort that before launch", "owner_decided_later"),
        ("ownership", "support@ourcompany.com", "owner_shared_address"),
        ("ownership", "Marketing", "owner_is_a_group"),
        ("ownership", "hm", "owner_missing"),
        ("dependencies", "Nothing really, it's just an API call", "only_a_call"),
        ("dependencies", "my laptop needs to be open haha", "runs_on_a_laptop"),
        ("dependencies", "The key is the one we got for the hackathon", "old_key"),
        ("dependencies", "see confluence", "written_elsewhere"),
        ("dependencies", "OpenAI", "dependencies_missing"),
        ("failure", "It doesn't really fail, accuracy is 98%", "has_not_failed"),
        ("failure", "If something breaks we'd notice", "would_notice"),
        ("failure", "errors get logged", "only_logged"),
        ("failure", "hm", "failures_missing"),
        ("review", "I check it, I built it", "builder_reviews"),
        ("review", "The model reviews its own answers with a second prompt", "model_reviews_itself"),
        ("review", "QA will review", "reviewer_is_a_group"),
        ("replacement", "We'd go back to the old way", "old_way"),
        ("replacement", "The vendor has 99.9% uptime", "cannot_go_down"),
        ("replacement", "n/a", "path_not_thought_of"),
    ],
)
def test_phrases_choose_the_question(conversation: str, text: str, code: str) -> None:
    probe = follow_up(conversation, {}, [], [text], ())
    assert probe is not None
    assert probe.code == code


def test_the_first_missing_slot_comes_first_and_nothing_is_asked_twice() -> None:
    filled = {"owner": "U1"}
    assert follow_up("ownership", filled, [], ["Ngozi"], ()) == Probe("backup_missing", "backup")
    asked = ("backup_missing",)
    assert follow_up("ownership", filled, [], ["Ngozi"], asked) == Probe("cover_off_hours_missing", "cover_off_hours")
    whole = {"owner": "U1", "backup": "U2", "cover_hours": "9-5", "cover_off_hours": "duty phone"}
    assert follow_up("ownership", whole, [], ["Ngozi owns it"], ()) is None


def test_phrases_about_a_slot_that_is_filled_are_passed_over() -> None:
    probe = follow_up("ownership", {"owner": "U1"}, [], ["Tom owns it, the team helps"], ())
    assert probe == Probe("backup_missing", "backup")


def test_rows_are_asked_for_by_their_place() -> None:
    data: Row = ("data", {"name": "export", "stability": "internal", "by_hand": "no"})
    model: Row = (
        "model",
        {"name": "m", "stability": "contract", "version": "m-1", "pinned": "yes", "retires_on": "2030-01-01"},
    )
    key: Row = ("credential", {"name": "k", "stability": "internal", "rotated_on": None})
    assert follow_up("dependencies", {}, [data, model], [], ()) == Probe("credential_row_missing", "name")
    assert follow_up("dependencies", {}, [data, model, key], [], ()) == Probe("until_missing", "until", 1)
    asked = ("until_missing",)
    assert follow_up("dependencies", {}, [data, model, key], [], asked) == Probe("rotated_on_missing", "rotated_on", 2)


def test_one_quiet_failure_and_a_plan_are_enough() -> None:
    loud: Row = ("", {"loudness": "loud", "what": "down"})
    quiet: Row = (
        "",
        {"loudness": "quiet", "what": "x", "signal": "check_blocks_it", "first_action": "y", "who": {"user": "U1"}},
    )
    part: Row = ("", {"loudness": "invisible", "what": "z"})
    assert follow_up("failure", {}, [loud], [], ()) == Probe("hidden_failure_missing", "loudness")
    assert follow_up("failure", {}, [loud, part], [], ()) == Probe("failure_signal_missing", "signal", 1)
    assert follow_up("failure", {}, [loud, part, quiet], [], ()) == Probe("plan_missing", "plan")
    assert follow_up("failure", {"plan": "rb"}, [loud, part, quiet], [], ()) is None


def test_nothing_needed_asks_for_nothing() -> None:
    assert follow_up("replacement", {"nothing_needed": "yes"}, [], ["we'd wait, old way"], ()) is None


@pytest.mark.parametrize(("conversation", "text"), [(c, t) for c, kinds in DATA.items() for t in kinds["hollow"]])
def test_every_empty_answer_gets_a_question(conversation: str, text: str) -> None:
    assert follow_up(conversation, {}, [], [text], ()) is not None


def test_every_code_has_words_and_the_reverse() -> None:
    assert set(PROBES) == codes()


@pytest.mark.parametrize("words", PROBES.values())
def test_words_are_short_questions_that_judge_nobody(words: str) -> None:
    assert "?" in words
    assert len(re.findall(r"[.?!](?=\s|$)", words)) <= 2
    assert len(words) <= 160
    assert not re.search(r"\b(?:hollow|thin|slot|probe|gate|you failed|did not answer|on the hook)\b", words, re.I)
    assert set(re.findall(r"\{(\w+)\}", words)) <= {"name"}


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("nobody moves it by hand", False),
        ("Nothing is exported manually", False),
        ("it isn't my laptop", False),
        ("not moved by hand. Tom uploads the file", True),
        ("moved by hand", True),
    ],
)
def test_what_is_denied_chooses_no_question(text: str, asked: bool) -> None:
    probe = follow_up("dependencies", {}, [("data", {"name": "x"})], [text], ())
    assert probe is not None
    assert (probe.code in ("moved_by_hand", "runs_on_a_laptop")) is asked
