"""Each shared pilot, answered in replies and saved through the forms, ends in exactly its labelled gates."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from bot.queries import Answer, Asked, verdict
from bot.readiness.numbers import Numbers
from tests.conversations.by_hand import PILOTS, by_hand


@pytest.mark.parametrize("pilot", PILOTS)
def test_it_ends_in_its_labelled_gates(pilot: str, tmp_path: Path) -> None:
    told = PILOTS[pilot]
    with by_hand(tmp_path, told) as hand:
        hand.play()
        assert hand.stage.bot is not None
        asked = Asked(hand.stage.bot.store, Numbers(), hand.stage.bot.office.clock.now())
        answer = verdict(asked, told["name"], date.fromisoformat(told["as_of"]))
        assert isinstance(answer, Answer), answer
        says_not_ready = told["expected"]["verdict"] != "ready"
        hand.stage.driver.wait_for(
            lambda: ("not ready" in hand.stage.thread(hand.card)[0]["text"].lower()) == says_not_ready
        )

    expected = {gate["gate"]: gate["expected"] for gate in told["gates"]}
    found = {gate["gate"]: gate["answer"] for gate in answer.data["gates"]}
    assert found == expected, answer.data
    assert answer.ready == (told["expected"]["verdict"] == "ready")
