"""What is about to run out, in the words of each kind of fact: the line in a list, and the question (COPY 6)."""

from __future__ import annotations

from dataclasses import dataclass

from bot.readiness.codes import Code
from bot.readiness.findings import Lapse
from bot.slack.pages.blocks import bold
from bot.slack.pages.words.dates import day, iso_day
from bot.slack.pages.words.people import pilot_name
from bot.slack.pages.words.rows import row_name
from bot.work.view import View

DATES = ("until", "retires_on", "rotated_on", "tried_on", "agreed_on", "last_on", "reviewed_on", "last_run_on")
"""The value of a lapse that holds the date people know it by."""


@dataclass(frozen=True, slots=True)
class Words:
    """``line``: in a list of pilots. ``asks``: the question. The rest are the words of the buttons."""

    line: str
    asks: str
    add: str = "Add a date"
    no: str = "No, that was the last"


WORDS = {
    Code.CONTRACT_ENDS: Words(
        "contract for {row} ends on {date}",
        "the contract for {row} ({pilot}) ends on {date}. Is there a later date?",
        no="No, it ends then",
    ),
    Code.MODEL_RETIRES: Words(
        "{row} retires on {date}",
        "{row} ({pilot}) retires on {date}. Is there a successor, or a later date?",
        add="Add it",
        no="No, not yet",
    ),
    Code.CREDENTIAL_OLD: Words(
        "{row} was last changed on {date}",
        "{row} ({pilot}) was last changed on {date}. Was it changed since?",
        no="No, not since",
    ),
    Code.TRIED_TOO_LONG_AGO: Words(
        "working without it was last tried on {date}",
        "people last worked without {pilot} on {date}. Is there a later date?",
    ),
    Code.NOTHING_NEEDED_OLD: Words(
        "that nothing needs to replace it was agreed on {date}",
        "on {date} you agreed that nothing needs to replace {pilot}. Is that still so?",
        add="Something replaces it",
    ),
    Code.REVIEW_NOT_RENEWED: Words(
        "output was last checked on {date}",
        "the output of {pilot} was last checked on {date}. Is there a later date?",
    ),
    Code.ACCESS_NOT_REVIEWED: Words(
        "access was last reviewed on {date}",
        "access of {pilot} was last reviewed on {date}. Is there a later date?",
    ),
    Code.TEST_RUN_OLD: Words(
        "tests last ran on {date}",
        "the tests of {pilot} last ran on {date}. Has anything changed since, or is there a later run?",
        add="Add a later run",
        no="Nothing changed",
    ),
    Code.CHANGED_SINCE_TEST_RUN: Words(
        "tests last ran on {date}",
        "the tests of {pilot} last ran on {date}, and something changed since. Is there a later run?",
        add="Add a later run",
    ),
}
"""By the code of the finding that it will become."""
NEVER_REVIEWED = Words(
    "no review of its access is on record", "no review of the access of {pilot} is on record. Was there one?", no="No"
)


def words_of(lapse: Lapse) -> Words:
    """The words for what runs out; an access review may never have been made."""
    never = lapse.code == Code.ACCESS_NOT_REVIEWED and not lapse.values.get("reviewed_on")
    return NEVER_REVIEWED if never else WORDS[Code(lapse.code)]


def line(view: View, lapse: Lapse) -> str:
    """``contract for “text recognition” ends on 2 March``."""
    return words_of(lapse).line.format(row=row_name(view, lapse.group, lapse.row), date=_date(view, lapse))


def question(view: View, lapse: Lapse) -> str:
    """``people last worked without AP Invoice Coder on 10 October. Is there a later date?``"""
    row, pilot = row_name(view, lapse.group, lapse.row), bold(pilot_name(view))
    return words_of(lapse).asks.format(row=row, pilot=pilot, date=_date(view, lapse))


def _date(view: View, lapse: Lapse) -> str:
    """The date people know it by; where there is none, the day on which it runs out."""
    known = next((str(lapse.values[name]) for name in DATES if lapse.values.get(name)), "")
    return iso_day(known, view.today) if known else day(lapse.on, view.today)
