"""Buttons, menus, questions before a press, and forms."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from bot.sandbox.driver import Driver
from tests.browser.scripted_bot import ScriptedBot
from tests.browser.tab import Tab

pytestmark = pytest.mark.browser


def test_a_form_is_filled_in_corrected_and_handed_in(priya: Tab, bot: ScriptedBot) -> None:
    priya.open_form()
    priya.form.get_by_role("button", name="Save").click()
    expect(priya.field("owner").locator(".error")).to_have_text("Please complete this required field.")
    expect(priya.form.get_by_label("Owner")).to_be_focused()
    priya.form.get_by_label("Owner").select_option("U0NGOZI01")
    priya.form.get_by_label("Working hours").fill("never")
    priya.form.get_by_label("How many").fill("20")
    priya.form.get_by_label("Last done").fill("2026-11-20")
    priya.form.get_by_label("Yes").check()
    for person in ("U0TOM0001", "U0ERIK001"):
        priya.form.get_by_label("Who else").select_option(person)
    priya.form.get_by_role("button", name="Save").click()
    expect(priya.field("hours").locator(".error")).to_have_text("Somebody has to be there at some time.")
    priya.form.get_by_label("Working hours").fill("8 to 17")
    priya.form.get_by_label("Working hours").press("Enter")
    expect(priya.form).to_be_hidden()
    assert bot.taken[-1] == (
        "form {'owner': 'U0NGOZI01', 'hours': '8 to 17', 'words': None, 'share': '20', 'last': '2026-11-20',"
        " 'stop': 'yes', 'others': ['U0TOM0001', 'U0ERIK001']}"
    )


def test_a_pushed_form_lies_on_top_and_what_was_typed_stays(priya: Tab, bot: ScriptedBot) -> None:
    priya.open_form()
    priya.form.get_by_label("In your words").fill("Ngozi, and Tom when she is away")
    priya.form.get_by_role("button", name="Add a row").click()
    expect(priya.form.get_by_role("heading")).to_have_text("A row")
    priya.form.get_by_role("button", name="Back to Question 1").click()
    expect(priya.form.get_by_label("In your words")).to_have_value("Ngozi, and Tom when she is away")
    expect(priya.form.get_by_role("button", name="Add a row")).to_be_focused()
    priya.form.get_by_role("button", name="Add a row").click()
    priya.form.get_by_label("Name").fill("Bookings")
    priya.form.get_by_role("button", name="Save row").click()
    expect(priya.form.get_by_role("heading")).to_have_text("Question 1")
    assert bot.taken[-1] == "row Bookings"


@pytest.mark.usefixtures("bot")
def test_each_person_keeps_their_own_form(priya: Tab) -> None:
    priya.open_form()
    priya.form.get_by_label("In your words").fill("Half an answer")
    priya.become("U0TOM0001")
    expect(priya.form).to_be_hidden()
    priya.channel.get_by_role("button", name="Answer question 1").click()
    expect(priya.form.get_by_label("In your words")).to_have_value("")
    priya.become("U0PRIYA01")
    expect(priya.form.get_by_label("In your words")).to_have_value("Half an answer")
    priya.page.reload()
    expect(priya.form.get_by_label("In your words")).to_have_value("Half an answer")
    priya.page.keyboard.press("Escape")
    expect(priya.form).to_be_hidden()


@pytest.mark.usefixtures("bot")
def test_what_another_window_fills_in_shows_and_leaves_typing_alone(priya: Tab, driver: Driver) -> None:
    priya.open_form()
    words = priya.form.get_by_label("In your words")
    words.press_sequentially("Half an ")
    driver.person("U0PRIYA01").fill({"hours": "9 to 5"})
    expect(priya.form.get_by_label("Working hours")).to_have_value("9 to 5")
    words.press_sequentially("answer")
    expect(words).to_have_value("Half an answer")
    expect(words).to_be_focused()


def test_a_press_that_asks_first(priya: Tab, bot: ScriptedBot) -> None:
    priya.write("/shipready start Invoice Coder")
    park = priya.channel.get_by_role("button", name="Park it")
    question = priya.page.get_by_role("dialog")
    park.click()
    expect(question).to_contain_text("The question stays open.")
    question.get_by_role("button", name="Keep it").click()
    expect(question).to_have_count(0)
    assert "press park" not in bot.taken
    park.click()
    question.get_by_role("button", name="Park it").click()
    assert bot.heard("press park")


def test_a_menu_works_from_the_keyboard(priya: Tab, bot: ScriptedBot) -> None:
    priya.write("/shipready start Invoice Coder")
    priya.channel.get_by_role("button", name="More actions").press("Enter")
    expect(priya.page.get_by_role("menuitem", name="Retire")).to_be_focused()
    priya.page.keyboard.press("ArrowDown")
    priya.page.keyboard.press("Enter")
    assert bot.heard("press more rename")


@pytest.mark.usefixtures("bot")
def test_on_a_phone_there_is_one_column_and_nothing_sticks_out(open_tab: Callable[..., Tab]) -> None:
    tab = open_tab("U0PRIYA01", width=390, height=780)
    expect(tab.page.locator("#sidebar")).to_be_hidden()
    tab.open_form()
    assert tab.form.bounding_box() == {"x": 0, "y": 96, "width": 390, "height": 684}
    assert tab.page.evaluate("document.documentElement.scrollWidth") == 390
    tab.page.keyboard.press("Escape")
    tab.page.get_by_role("button", name="Channels").click()
    expect(tab.page.locator("#sidebar").get_by_role("link", name="general")).to_be_visible()
    expect(tab.channel).to_be_hidden()
