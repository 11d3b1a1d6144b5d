"""Reading "how does it fail": a row per failure that is named, by the words loud, quiet and invisible or without."""

from __future__ import annotations

from collections.abc import Sequence

from bot.readiness.reading.asked_rows import completed, row_asked_for
from bot.readiness.reading.finds import Finds
from bot.readiness.reading.loudness import loudness_of
from bot.readiness.reading.model import Reading, ReadRow
from bot.readiness.reading.passage import Passage
from bot.readiness.reading.piece import Piece, whole
from bot.readiness.reading.plan import read_plan
from bot.readiness.reading.response import first_action, steps, who_acts, without_lead
from bot.readiness.reading.signals import signal_of
from bot.readiness.reading.stretches import Stretch, labelled, stretches
from bot.readiness.talk import only_questions

MOST_ROWS = 30
_LONGEST = 500


def read_failure(passages: Sequence[Passage]) -> Reading:
    """The slots and rows of ``failure``. A row that nobody labelled has its loudness as a proposal, or none."""
    finds = Finds()
    rows: list[ReadRow] = []
    for passage in passages:
        piece = whole(passage)
        read_plan(finds, piece)
        if not _completes(rows, passage):
            rows += [row for stretch in stretches(piece) if (row := _row(stretch))]
    return Reading(finds.reads, tuple(rows[:MOST_ROWS]))


def _completes(rows: list[ReadRow], passage: Passage) -> bool:
    """Adds a reply to a follow-up to the row that it asked about; whether it did."""
    piece = whole(passage)
    place = None if labelled(piece) else row_asked_for("failure", rows, passage.entry.asked, ("quiet", "invisible"))
    if place is None or only_questions(passage.text):
        return False
    finds = Finds()
    found = signal_of(piece)
    if found:
        finds.add("signal", found[0], piece.ts)
    _read_response(finds, piece, found[0] if found else "", piece.start + (found[1] if found else 0))
    rows[place] = completed("failure", rows[place], finds, passage)
    return True


def _row(stretch: Stretch) -> ReadRow | None:
    """The row of a stretch; None where nothing is said but what goes wrong."""
    segment, what = stretch.piece, stretch.what
    found = signal_of(segment)
    signal = found[0] if found else ""
    loudness = stretch.label or loudness_of(segment, signal)
    if not (loudness or signal not in ("", "nothing_shows_it")) or segment.asks:
        return None
    finds = Finds()
    finds.add("loudness", loudness, segment.ts, proposal=not stretch.label)
    finds.add("what", what.said[:_LONGEST], segment.ts)
    if found:
        finds.add("signal", signal, segment.ts)
    _read_response(finds, segment, signal, max(what.end, segment.start + found[1] if found else 0))
    return ReadRow("", finds.reads)


def _read_response(finds: Finds, segment: Piece, signal: str, end: int) -> None:
    """Adds the first action (what is done after the signal, or after what goes wrong) and who acts; where nothing
    shows it, nobody does."""
    if signal == "nothing_shows_it":
        return
    action = first_action(list(steps(segment)), end)
    if action is None and not signal:
        return
    if action:
        finds.add("first_action", without_lead(action).said[:_LONGEST], segment.ts)
    who = who_acts(action, segment)
    if who:
        finds.add("who", who[0], segment.ts, who[1])
