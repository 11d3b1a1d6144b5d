"""Every finding that the rules can give has a calm sentence, and none of them uses a word of the code."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import chain
from pathlib import Path

import pytest

from bot.readiness.codes import Code
from bot.readiness.facts import MemberState
from bot.readiness.findings import Finding, Weight
from bot.readiness.rules.dependencies import NEEDED
from bot.readiness.rules.failure import GOOD_SIGNALS
from bot.readiness.slots import ACCOUNTS, GROUPS, SIGNALS, STARTS_ON
from bot.readiness.verdict import verdict
from bot.slack.pages.words import sentences
from bot.slack.pages.words.checks import NOT_YET
from bot.slack.pages.words.findings import SPECIAL, line, runs_out, sentence
from bot.slack.pages.words.labels import CHOICES, LABELS
from bot.slack.pages.words.missing import MISSING, NOT_ANSWERED
from tests.readiness.pilots import BACKUP, BUILDER, OTHER, OWNER, record
from tests.readiness.shared_pilots import pilots, record_of
from tests.slack.factories import last, view

RULES = Path(__file__).parents[2] / "bot" / "readiness" / "rules"
HOLES = ("not known", "an unknown date", "None", "{", "one step", "one failure", "this row")
CODE_WORDS = re.compile(r"\b(thin|hollow|slots?|probes?|on the hook|gates?)\b", re.IGNORECASE)


def finding(code: Code, group: str, row: str = "", slot: str = "", /, **values: str | int | None) -> Finding:
    return Finding(Weight.REFUSED, code, group, row, slot, None, (OTHER,), date(2026, 11, 18), values)


def test_every_code_has_words() -> None:
    assert set(sentences.SENTENCES) | set(SPECIAL) == set(Code)
    assert not set(sentences.SENTENCES) & set(SPECIAL)


def test_every_choice_behind_a_code_has_words() -> None:
    assert set(sentences.NOT_ACTIVE) == set(MemberState) - {MemberState.ACTIVE}
    assert set(sentences.NO_ROW_OF_KIND) == set(NEEDED)
    assert set(sentences.SIGNAL_TOO_WEAK) == set(SIGNALS) - set(GOOD_SIGNALS)
    assert set(sentences.NOT_LIMITED) == set(ACCOUNTS[1:])
    assert set(sentences.NOT_ON_EVERY_CHANGE) == set(STARTS_ON[1:])
    assert set(sentences.NOT_ACCEPTED) == set(sentences.DECLINED) == {"owner", "backup", "reviewer"}


def test_everything_that_can_run_out_has_words() -> None:
    source = "".join(path.read_text(encoding="utf-8") for path in sorted(RULES.glob("*.py")))
    named = set(re.findall(r"\b(?:Code\.)([A-Z_]+)", "".join(re.findall(r"Expiry\([^\n]*", source))))
    dated = set(re.findall(r"_expiry\([^\n]*Code\.([A-Z_]+)", source))
    assert {Code[name] for name in named | dated} <= set(sentences.RUNS_OUT)
    assert named


@pytest.mark.parametrize("key", GROUPS)
def test_every_slot_that_can_be_missing_has_words(key: str) -> None:
    rows = GROUPS[key].rows
    slots = [*GROUPS[key].slots, *chain.from_iterable(rows.slots.values() if rows else ())]
    assert {slot.name for slot in slots if slot.required} <= set(MISSING[key])
    assert {slot.name for slot in slots} <= set(LABELS[key])
    assert all(
        choice in CHOICES[slot.name] for slot in slots for choice in (*slot.choices, *([slot.word] * bool(slot.word)))
    )
    assert NOT_ANSWERED[key]
    assert NOT_YET[key]


SAID = {
    "The step to “Bookings table” has no log.": finding(Code.NOT_LOGGED, "access", "d1", "logged"),
    "There are no bad inputs among the test cases.": finding(Code.NO_BAD_INPUTS, "tests", "", "bad"),
    "“rota-svc” was due to be changed on 18 November, and no change is on record.": finding(
        Code.CREDENTIAL_OLD, "dependencies", "d3", "rotated_on", rotated_on="2026-08-10"
    ),
    "The yes or no of the person stepping in is still out, asked on 18 November.": finding(
        Code.NOT_ACCEPTED, "ownership", "", "backup", user=BACKUP
    ),
    "The yes or no of the person stepping in is still out, asked on 18 November. It takes that yes, "
    "since the owner also built it.": finding(
        Code.NOT_ACCEPTED, "ownership", "", "backup", user=BACKUP, owner_is_builder="yes"
    ),
    "Nobody reviews the output yet. It is planned for 4 December.": finding(
        Code.NOT_YET, "review", who=None, by_when="2026-12-04"
    ),
    "Nothing would show “A double shift” today.": finding(
        Code.SIGNAL_TOO_WEAK, "failure", "f1", "signal", what="A double shift", signal="nothing_shows_it"
    ),
    "Priya Raman built it, so the reviewer has to be someone else.": finding(
        Code.REVIEWER_IS_BUILDER, "review", "", "reviewer", user=BUILDER
    ),
    "The last test run runs out on 10 February.": finding(
        Code.RUNS_OUT, "tests", "", "last_run_on", on="2027-02-10", code="test_run_old"
    ),
    "One link stands as proof for several checks (Access, Tests and Swappable parts): https://x.example/&lt;": finding(
        Code.LINK_PROVES_MANY, "playbook", link="https://x.example/<", gates="access,tests,agnostic"
    ),
}


@pytest.mark.parametrize(("words", "found"), SAID.items(), ids=[str(found.code) for found in SAID.values()])
def test_the_sentence(words: str, found: Finding) -> None:
    assert sentence(found, view(record())) == words


def test_the_line_says_who_can_change_it_and_since_when() -> None:
    seen = view(record())
    assert line(finding(Code.NO_BAD_INPUTS, "tests"), seen) == (
        "There are no bad inputs among the test cases. *Sipho Dube*, since 18 November"
    )
    assert line(finding(Code.NOT_ACCEPTED, "ownership", "", "owner", user=OWNER), seen).endswith(
        "November. *Sipho Dube*"
    )


def test_the_line_says_where_it_was_told() -> None:
    seen = view(record())
    told = Finding(
        Weight.REFUSED, Code.NO_BAD_INPUTS, "tests", cause=last(seen), who=(OTHER,), since=date(2026, 11, 18)
    )
    assert line(told, seen).endswith("*Sipho Dube*, since 18 November")


def everything() -> Iterator[tuple[str, str]]:
    """Every sentence about the shared pilots over two years, with a name for each pilot and day."""
    for name, told in pilots().items():
        known = record_of(told)
        for days in range(0, 800, 40):
            on = date(2026, 11, 24) + timedelta(days=days)
            seen = view(known, today=on)
            judged = verdict(known, on)
            findings = [found for gate in judged.gates for found in gate.findings]
            for found in [*findings, *judged.warnings]:
                yield f"{name} {on}", line(found, seen)
            for lapse in judged.lapses:
                yield f"{name} {on}", runs_out(lapse.code, lapse.group, lapse.row, seen)


def test_sentences_about_the_shared_pilots_have_no_holes() -> None:
    said = list(everything())
    assert len({text for _, text in said}) > 50
    assert [one for one in said if any(hole in one[1] for hole in HOLES)] == []


def test_no_sentence_uses_a_word_of_the_code() -> None:
    words = [
        *sentences.SENTENCES.values(),
        *sentences.RUNS_OUT.values(),
        *chain.from_iterable(table.values() for table in MISSING.values()),
        *NOT_ANSWERED.values(),
        *NOT_YET.values(),
    ]
    assert [text for text in words if CODE_WORDS.search(re.sub(r"\{\w+\}", "", text))] == []
