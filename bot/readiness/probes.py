"""The single follow-up to an answer: what is still missing, the most important first (MODEL: Prose is the record,
4)."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from bot.readiness.facts import Value
from bot.readiness.probe_patterns import PHRASES
from bot.readiness.slots import GROUPS, Slot
from bot.readiness.words import clean

Row = tuple[str, Mapping[str, Value]]
"""A row's kind ("" where rows have no kinds) and its values."""


@dataclass(frozen=True, slots=True)
class Probe:
    """A follow-up: ``code`` names its words, ``slot`` what it asks for, ``row`` the place of the row in the rows given
    (None: the group's own slot, or a row that does not exist yet)."""

    code: str
    slot: str
    row: int | None = None


ORDER: dict[str, tuple[str, ...]] = {
    "ownership": ("owner", "backup", "cover_off_hours", "cover_hours"),
    "review": ("reviewer", "every", "share", "last_on"),
    "replacement": ("path", "tried_on", "who", "trigger"),
}
"""The group's own slots, the most important first."""

_ROW_KINDS = ("data", "model", "credential")
_ROW_ORDER = ("stability", "by_hand", "version", "pinned", "rotated_on", "deputy", "until", "retires_on", "name")
_FAILURE_ORDER = ("signal", "who", "first_action", "what")


def follow_up(
    conversation: str,
    filled: Mapping[str, Value],
    rows: Sequence[Row],
    texts: Sequence[str],
    asked_before: Collection[str],
) -> Probe | None:
    """The one question to ask next about a conversation, or None when nothing is missing (or all was asked before).

    ``filled``: the group's slots saved or read; ``rows`` likewise; ``texts``: the answer's messages;
    ``asked_before``: the
    codes of follow-ups already asked. Phrases in the texts choose only which question is asked.
    """
    probes = (*_from_phrases(conversation, filled, rows, texts), *_missing(conversation, filled, rows))
    asked = set(asked_before)
    return next((probe for probe in probes if probe.code not in asked), None)


def _from_phrases(
    conversation: str, filled: Mapping[str, Value], rows: Sequence[Row], texts: Sequence[str]
) -> Iterator[Probe]:
    said = "\n".join(clean(text) for text in texts)
    if filled.get("nothing_needed"):
        return
    for phrase in PHRASES.get(conversation, ()):
        if phrase.stands_in(said) and (phrase.always or not _is_filled(phrase.slot, filled, rows)):
            yield Probe(phrase.code, phrase.slot, _row_with(phrase.slot, conversation, rows))


def _is_filled(slot: str, filled: Mapping[str, Value], rows: Sequence[Row]) -> bool:
    return filled.get(slot) is not None or any(values.get(slot) is not None for _, values in rows)


def _row_with(slot: str, conversation: str, rows: Sequence[Row]) -> int | None:
    """The first row whose kind has this slot."""
    group = GROUPS[conversation]
    kinds = {kind for kind, slots in group.rows.slots.items() if slot in _names(slots)} if group.rows else set()
    return next((number for number, (kind, _) in enumerate(rows) if kind in kinds), None)


def _names(slots: Sequence[Slot]) -> set[str]:
    return {slot.name for slot in slots}


def _missing(conversation: str, filled: Mapping[str, Value], rows: Sequence[Row]) -> Iterator[Probe]:
    """What the rules need and is empty, in the order of importance."""
    if conversation == "dependencies":
        yield from _missing_dependencies(rows)
    elif conversation == "failure":
        yield from _missing_failure(filled, rows)
    elif not filled.get("nothing_needed"):
        for slot in ORDER.get(conversation, ()):
            if filled.get(slot) is None:
                yield Probe(f"{slot}_missing", slot)
        if filled.get("every") == "other_days" and filled.get("every_days") is None:
            yield Probe("every_missing", "every_days")


def _missing_dependencies(rows: Sequence[Row]) -> Iterator[Probe]:
    kinds = {kind for kind, _ in rows}
    if not rows:
        yield Probe("dependencies_missing", "name")
    yield from (Probe(f"{kind}_row_missing", "name") for kind in _ROW_KINDS if kind not in kinds)
    for number, (kind, values) in enumerate(rows):
        gaps = _gaps("dependencies", kind, values)
        yield from (Probe(f"{slot}_missing", slot, number) for slot in _ROW_ORDER if slot in gaps)


def _missing_failure(filled: Mapping[str, Value], rows: Sequence[Row]) -> Iterator[Probe]:
    """One quiet or invisible row is enough; the one that lacks least is asked for, then the plan."""
    telling = [
        (number, values) for number, (_, values) in enumerate(rows) if values.get("loudness") in ("quiet", "invisible")
    ]
    gaps = sorted((len(_gaps("failure", "", values)), number) for number, values in telling)
    if not gaps:
        yield Probe("hidden_failure_missing" if rows else "failures_missing", "loudness")
    elif gaps[0][0]:
        number = gaps[0][1]
        lacking = _gaps("failure", "", rows[number][1])
        yield from (Probe(f"failure_{slot}_missing", slot, number) for slot in _FAILURE_ORDER if slot in lacking)
    if filled.get("plan") is None:
        yield Probe("plan_missing", "plan")


def _gaps(conversation: str, kind: str, values: Mapping[str, Value]) -> set[str]:
    """The required slots of a row that are empty."""
    group = GROUPS[conversation]
    slots = group.rows.slots.get(kind, ()) if group.rows else ()
    return {slot.name for slot in slots if slot.required and _wanted(slot, values) and values.get(slot.name) is None}


def _wanted(slot: Slot, values: Mapping[str, Value]) -> bool:
    return slot.when is None or values.get(slot.when[0]) == slot.when[1]


def codes() -> set[str]:
    """Every code that ``follow_up`` may give, so that each has its words."""
    group_slots = {f"{slot}_missing" for slots in ORDER.values() for slot in slots}
    rows = {f"{kind}_row_missing" for kind in _ROW_KINDS} | {f"{slot}_missing" for slot in _ROW_ORDER}
    failures = {f"failure_{slot}_missing" for slot in _FAILURE_ORDER}
    phrases = {phrase.code for group in PHRASES.values() for phrase in group}
    single = {"dependencies_missing", "hidden_failure_missing", "failures_missing", "plan_missing"}
    return group_slots | rows | failures | phrases | single
