"""What a person does with a form that has opened: goes through it, fills it in, sends it, tries again, closes it."""

from __future__ import annotations

from random import Random

from bot.sandbox.person import Person
from tests.simulation.filling import has_text, typed
from tests.simulation.ledger import Deed, Json
from tests.simulation.town import Town, buttons

TRIES = 3
DEEPEST = 4
INSIDE = ("add_row", "edit_row", "remove_row", "take_rows", "more_fields", "not_yet", "open_form", "incident", "rename")
"""The buttons of forms that are pressed; what is not here changes what nobody could count."""


class Forms:
    """The forms of one person. ``effect`` of a form: its callback_id, and for a group's whose slots it saves."""

    def __init__(self, town: Town, person: Person, random: Random) -> None:
        self._town = town
        self._person = person
        self._random = random

    def go_through(self) -> None:
        """Fill in and send what is open, sometimes after a press in it, until nothing is open; then close the rest."""
        for _ in range(DEEPEST):
            modal = self._person.modal()
            if modal is None:
                return
            if not self._press_inside(modal) and not self._send(modal):
                break
        self._person.close(everything=True)

    def _press_inside(self, modal: Json) -> bool:
        """Press a button of the form, or not; whether it was pressed."""
        inside = [button for button in buttons(modal["blocks"]) if button.action_id in INSIDE]
        wants = 0.9 if modal.get("submit") is None else 0.35
        if not inside or self._random.random() > wants:
            return False
        button = self._random.choice(inside)
        pilot, _, group = button.value.partition(":")
        own = modal["callback_id"].startswith("form:")  # elsewhere it is as below a message
        outcome = self._person.press_in_modal(button.action_id, button.value or None, button.block_id)
        how = self._town.ledger.took("press", outcome)
        if button.action_id == "not_yet":
            deed = self._town.ledger.deed(Deed(f"not_yet:click:{group}", self._person.id, pilot))
            count(deed, how if own or how != "sure" else "maybe")
        return how == "sure"

    def _send(self, modal: Json) -> bool:
        """Fill it in and send it, again where it is refused or unanswered; whether it is done with."""
        if modal.get("submit") is None:
            return False
        mark = self._town.ledger.mark() if has_text(modal) else ""
        deed = self._town.ledger.deed(Deed(f"form:{modal['callback_id']}", self._person.id, "", mark))
        wrong: set[str] = set()
        for _ in range(TRIES):
            outcome = self._submit(mark, wrong)
            if outcome is None:
                return False
            if self._settles(deed, outcome, self._town.ledger.took("submit", outcome)):
                return True
            wrong |= set(outcome.get("errors", {}))
        return False

    def _submit(self, mark: str, wrong: set[str]) -> Json | None:
        modal = self._person.modal()
        if modal is None or modal.get("submit") is None:
            return None
        values = typed(modal, mark, self._random)
        return self._person.submit({**values, **{name: None for name in values if name in wrong}})

    def _settles(self, deed: Deed, outcome: Json, how: str) -> bool:
        """Note what the answer says of the form's effect; whether the form is done with.

        A form has its effect once however often it is sent: unanswered, it is sent again and then closes.
        """
        if how == "sure" and outcome["ok"] and not (outcome["response"] or {}).get("response_action"):
            deed.sure, deed.maybe = 1, 0
            return True
        deed.maybe = max(deed.maybe, int(how == "maybe"))
        if how != "sure":
            self._town.wait_for_bot(1.0)
        return False


def count(deed: Deed, how: str) -> None:
    """Count one try of a deed."""
    deed.sure += how == "sure"
    deed.maybe += how == "maybe"
