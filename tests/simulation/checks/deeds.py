"""Presses, commands and forms: once if they were acknowledged, at most once if they were not."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator

from tests.simulation.checks.found import Found, Row, compared
from tests.simulation.ledger import Deed

Effect = tuple[str, str, str]
"""What is counted together where there is no mark: what was done, by whom, to which pilot."""

FORMS = {"form:form:review": ("saved", "review", "form"), "form:not_yet": ("not_yet", "", "form")}
"""Forms without a text: kind, group ("": any) and source of the fact that each makes."""
PROPOSALS = {"command:owner": "ownership", "command:backup": "ownership", "command:reviewer": "review"}
"""The group in which a command proposes somebody; counted by group, since one who stands there already adds nothing."""
CLICKS = {"not_yet": ("not_yet",), "answered": ("not_yet", "saved")}
"""What *Not yet* leaves behind: a fact of its own, and in any case a question that has an answer."""
KINDS = (("block_actions", "press"), ("view_submission", "submit"), ("command", "command"))
"""How a receipt's key begins for each kind of thing that people send."""


def deeds(found: Found) -> Iterator[str]:
    """Each deed against its effects on record."""
    for deed in found.ledger.deeds:
        if deed.mark:
            yield from compared(f"{deed}", _with_mark(found, deed), deed.sure, deed.sure + deed.maybe)
    for effect, together in _unmarked(found.ledger.deeds).items():
        sure, maybe = sum(deed.sure for deed in together), sum(deed.maybe for deed in together)
        sure = min(sure, 1) if effect[0].startswith("answered:") else sure
        yield from compared(" ".join(effect), _count(found, *effect), sure, sure + maybe)


def interactions(found: Found) -> Iterator[str]:
    """Everything that people sent and that was acknowledged has its receipt."""
    taken = Counter(receipt["key"].split(":")[0] for receipt in found.rows["receipt"])
    for kind, sent in KINDS:
        sure, maybe = found.ledger.sent[f"{sent}:sure"], found.ledger.sent[f"{sent}:maybe"]
        yield from compared(f"receipts of {sent}", taken[kind], sure, sure + maybe)


def _with_mark(found: Found, deed: Deed) -> int:
    """How many facts hold the mark; of a start, how many pilots were given that name."""
    if deed.what == "start":
        return sum(deed.mark in _first_name(found, pilot) for pilot in found.rows["pilot"])
    return sum(deed.mark in json.dumps({**json.loads(fact["slots"]), "from": ""}) for fact in found.rows["fact"])


def _first_name(found: Found, pilot: Row) -> str:
    renamed = [fact for fact in found.rows["fact"] if fact["pilot"] == pilot["id"] and fact["kind"] == "renamed"]
    return str(json.loads(renamed[0]["slots"])["from"] if renamed else pilot["name"])


def _unmarked(deeds: list[Deed]) -> dict[Effect, list[Deed]]:
    found: dict[Effect, list[Deed]] = {}
    for deed in deeds:
        counted = deed.what in (*FORMS, *PROPOSALS, "command:record") or deed.what.split(":")[0] in CLICKS
        if counted and not deed.mark:
            found.setdefault((PROPOSALS.get(deed.what, deed.what), deed.by, deed.pilot), []).append(deed)
    return found


def _count(found: Found, what: str, by: str, pilot: str) -> int:
    if what == "command:record":
        return sum(notice["kind"] == "record" for notice in found.rows["notice"])
    made = [fact for fact in found.rows["fact"] if by in ("", fact["by"]) and _matches(fact, what, pilot)]
    return len({fact["at"] for fact in made})  # somebody proposed once more is two facts of one moment


def _matches(fact: Row, what: str, pilot: str) -> bool:
    made = (fact["kind"], fact["group"], fact["source"])
    if what in FORMS:
        kind, group, source = FORMS[what]
        return bool(made == (kind, group or fact["group"], source))
    if what in PROPOSALS.values():
        return bool(made == ("saved", what, "command"))
    if what.startswith("answered:"):
        return (
            fact["group"] == what.split(":")[1] and fact["kind"] in CLICKS["answered"] and str(fact["pilot"]) == pilot
        )
    return made == ("not_yet", what.split(":")[2], "click") and str(fact["pilot"]) == pilot
