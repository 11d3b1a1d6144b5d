"""Answers as tired people type them (tests/data/typed.json): what is read of each, looked at one by one, and nothing
more. What people leave in doubt stays unread."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from bot.readiness.facts import Value
from tests.readiness.reading_help import rows, slots

TYPED = json.loads((Path(__file__).parents[1] / "data" / "typed.json").read_text(encoding="utf-8"))


def shown(kind: str, values: dict[str, Value]) -> dict[str, Value]:
    return {"kind": kind, **values} if kind else values


@pytest.mark.parametrize("case", TYPED, ids=[f"{case['conversation']}: {case['text'][:40]}" for case in TYPED])
def test_what_is_read(case: dict[str, Any]) -> None:
    assert slots(case["conversation"], case["text"]) == case["slots"]
    assert [shown(*row) for row in rows(case["conversation"], case["text"])] == case["rows"]


def test_enough_is_read_of_answers_nobody_prepared() -> None:
    found = sum(len(case["slots"]) + sum(map(len, case["rows"])) for case in TYPED)
    assert found / len(TYPED) >= 3.5


@pytest.mark.parametrize("lead", ["Hi! ", "thanks for asking :) ", "Sorry for the late reply. ", "hello all\n"])
def test_politeness_before_a_failure_changes_nothing(lead: str) -> None:
    text = "It invents an invoice number, nobody notices; Ngozi samples 20 every week and corrects them."
    assert rows("failure", lead + text) == rows("failure", text) != []
