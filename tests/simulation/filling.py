"""Filling in a form, whatever it asks for."""

from __future__ import annotations

from random import Random
from typing import Any

from tests.simulation.ledger import Json
from tests.simulation.town import PEOPLE

FULL_MEMBERS = (*PEOPLE, "U0SIPHO01", "U0ERIK001", "U0CLERK77")
DAYS = ("2026-10-05", "2026-11-02", "2027-06-01")


def typed(modal: Json, mark: str, random: Random) -> Json:
    """Values for all inputs of a form, by block_id; the mark stands in every text.

    Of a slot that can be given in two ways the second field is left empty.
    """
    inputs = [block for block in modal["blocks"] if block["type"] == "input"]
    return {
        block["block_id"]: None if _is_second(block) else _value(block["element"], mark, random) for block in inputs
    }


def has_text(modal: Json) -> bool:
    """Whether a form has room for a mark."""
    inputs = [block for block in modal["blocks"] if block["type"] == "input"]
    return any(block["element"]["type"] == "plain_text_input" and not _is_second(block) for block in inputs)


def _is_second(block: Json) -> bool:
    return not block["block_id"].endswith(block["element"]["action_id"])


def _value(element: Json, mark: str, random: Random) -> Any:
    kind = element["type"]
    if kind == "plain_text_input":
        return f"{mark} {random.randint(1, 99)}"
    if kind == "number_input":
        return str(random.randint(1, 30))
    if kind == "datepicker":
        return random.choice(DAYS)
    if kind == "users_select":
        return random.choice(FULL_MEMBERS)
    if kind == "multi_users_select":
        return random.sample(FULL_MEMBERS, 2)
    if kind in ("static_select", "radio_buttons"):
        return random.choice(element["options"])["value"]
    return [option["value"] for option in element.get("options", []) if random.random() < 0.7]
