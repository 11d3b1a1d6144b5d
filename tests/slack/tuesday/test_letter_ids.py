"""The buttons of letters stand in docs/ids.md, as all others do (tests/test_ids_documented.py)."""

from __future__ import annotations

from bot.slack.form_views import OF_LETTERS
from bot.slack.listeners.tuesday_table import LETTERS
from bot.slack.pages.forms.small_words import TITLES
from tests.test_ids_documented import first_ids, section


def test_every_button_of_letters_is_documented_and_no_other() -> None:
    assert sorted(first_ids("## Buttons of letters")) == sorted(LETTERS)


def test_the_forms_of_letters_are_named() -> None:
    assert all(f"`{form}`" in section("## Buttons of letters") and form in TITLES for form in OF_LETTERS)
