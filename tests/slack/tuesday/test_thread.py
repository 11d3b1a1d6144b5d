"""What the thread hears of Tuesdays, and the offer of the owner's place (COPY 8 and *Also needed*)."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from bot.readiness.facts import Fact, FactKind, Value
from bot.slack.pages.blocks import Message
from bot.slack.pages.thread_lines import event
from bot.slack.pages.tuesday import thread
from bot.work.view import View
from tests.readiness.pilots import BACKUP, BUILDER, OTHER, OWNER, REVIEWER, accepted, moment, record, said
from tests.slack.factories import last, view
from tests.slack.limits import check_message

USERS = {"users": [OWNER, BACKUP, BUILDER]}
LAPSED = said(FactKind.CHECKIN_LAPSED, "", "2026-11-24", 8, checkin=1, since="2026-11-03", asked=USERS)
NOT_MET = "The Owner check is therefore not met until one person says yes; the system itself runs on untouched."


def words(made: Message | None) -> str:
    """The text, which Slack would take."""
    assert made is not None
    assert check_message(made) == []
    return made.text


def of(*facts: Fact, **more: Any) -> View:
    """The sound pilot, and what became known since."""
    return view(record(more=facts), read_too=False, **more)


def found(kind: FactKind, known: View) -> Fact:
    return next(one for one in known.record.facts if one.kind is kind)


def test_lapse() -> None:
    known = of(LAPSED)
    made = thread.lapse(known, last(known), was_ready=False)
    assert words(made) == (
        "*AP Invoice Coder has no confirmed owner at the moment.* The question of 3 November stayed open; Ngozi "
        f"Okonkwo, Tom Beard and Priya Raman were asked in turn. {NOT_MET}\n[I own it] [Ask someone]"
    )
    assert not made.broadcast


def test_lapse_of_a_pilot_that_was_ready_is_shown_in_the_channel() -> None:
    made = thread.lapse(of(LAPSED), last(of(LAPSED)), was_ready=True)
    assert "It is no longer ready. The question" in made.text
    assert made.broadcast


def test_who_could_not_be_asked_is_said() -> None:
    who: dict[str, Any] = {"asked": {"users": [OWNER]}, "skipped": {"users": [BACKUP]}}
    known = of(said(FactKind.CHECKIN_LAPSED, "", "2026-11-24", 8, **who))
    text = words(thread.lapse(known, last(known), was_ready=False))
    assert "The question of 24 November stayed open; Ngozi Okonkwo was asked; Tom Beard could not be asked." in text


@pytest.mark.parametrize(
    "mended",
    [
        said(FactKind.CHECKIN_CONFIRMED, OWNER, "2026-11-24", 9, checkin=1),
        accepted("owner", OWNER, "2026-11-24", 9),
    ],
)
def test_a_lapse_that_was_mended(mended: Fact) -> None:
    known = of(LAPSED, mended)
    text = words(thread.lapse(known, found(FactKind.CHECKIN_LAPSED, known), was_ready=True))
    assert text == "*AP Invoice Coder* has an owner again: Ngozi Okonkwo, since 24 November."


OFFERED = said(FactKind.OFFERED, OWNER, "2026-11-23", user=OTHER)


def ended(how: str, by: str = OTHER) -> View:
    """The offer, and how it ended."""
    known = of(OFFERED)
    return of(OFFERED, said(FactKind.OFFER_ENDED, by, "2026-11-24", 8, offer=last(known).id, how=how))


def test_an_offer() -> None:
    known = of(OFFERED)
    assert words(thread.offer(known, last(known))) == (
        "*Will you take over AP Invoice Coder?*\nNgozi Okonkwo offers you the owner's place, and “no” is an ordinary "
        "answer. When it misbehaves, you decide what happens; on some Tuesdays I ask whether that is still so. Until "
        "you say yes, Ngozi Okonkwo stays its owner.\n[Yes, I own it] [No] [Read the thread]\n"
        "Only your own press counts"
    )


@pytest.mark.parametrize(
    ("how", "said_so"),
    [
        ("accepted", "You own *AP Invoice Coder* since 24 November."),
        ("declined", "You said no on 24 November, about owning *AP Invoice Coder*."),
        ("expired", "The offer to own *AP Invoice Coder* stayed open and went back on 24 November."),
        ("withdrawn", "The offer to own *AP Invoice Coder* was taken back on 24 November"),
    ],
)
def test_an_offer_that_has_ended(how: str, said_so: str) -> None:
    known = ended(how)
    text = words(thread.offer(known, found(FactKind.OFFERED, known)))
    assert text.startswith(said_so)
    assert "[" not in text


@pytest.mark.parametrize(
    ("how", "what"),
    [("expired", "was open for five working days and came back"), ("declined", "came back with a no")],
)
def test_an_offer_came_back(how: str, what: str) -> None:
    known = ended(how)
    text = words(thread.offer_back(known, found(FactKind.OFFERED, known)))
    assert text.startswith(f"The offer to Sipho Dube to own *AP Invoice Coder* {what}. Ngozi Okonkwo stays its owner.")


def test_somebody_offers_to_take_it() -> None:
    known = of(said(FactKind.OFFERED, OTHER, "2026-11-23", user=OTHER))
    assert words(thread.offers_self(known, last(known))) == (
        "Sipho Dube offers to own *AP Invoice Coder*. Ngozi Okonkwo or Priya Raman can agree.\n[I agree]"
    )


def test_radar() -> None:
    blocked = view(record({("tests", "", "bad"): 0}, clicks=[accepted("owner", OWNER), accepted("reviewer", REVIEWER)]))
    assert words(thread.radar(blocked, date(2026, 12, 14))) == (
        "Launch is in 20 days, on 14 December. Owner and Tests are not met; Tom Beard and Ngozi Okonkwo can change "
        "that.\n[See the checks] [Move the date]"
    )
    assert thread.radar(of(), date(2026, 12, 14)) is None


def test_boring() -> None:
    assert words(thread.boring(of())) == (
        "Thirteen weeks live, and nobody had a reason to talk about *AP Invoice Coder*. That was the aim. "
        "I'll be quieter now."
    )


@pytest.mark.parametrize(
    ("kind", "what", "text"),
    [
        ("model", "", "noted for *AP Invoice Coder* that the model changed. The tests count"),
        ("fallback", "Two clerks left.", "that the fallback changed: “Two clerks left”. The tests count"),
        ("other", "<!channel> & *", "that something changed: “&lt;!channel&gt; &amp; *”. The tests count"),
    ],
)
def test_something_changed(kind: str, what: str, text: str) -> None:
    values: dict[str, Value] = {"kind": kind, "what": what}
    known = of(Fact(moment("2026-11-24", 8), OWNER, FactKind.CHANGED, values=values))
    assert text in words(event(known, last(known)))
