"""The sandbox's clock on the page: what it shows, and the controls that move it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Locator, expect

from bot.sandbox.driver import Driver
from tests.browser.scripted_bot import ScriptedBot
from tests.browser.tab import Tab

pytestmark = pytest.mark.browser


@pytest.fixture(autouse=True)
def monday(driver: Driver) -> Iterator[None]:
    """A Monday evening in London before the clocks go forward; afterwards the clock is a new one's again."""
    before = driver.get("state")["now"]
    driver.post("clock", now="2026-03-23T17:30:00+00:00", frozen=True)
    yield
    driver.post("clock", now=before, frozen=False)


def clock(tab: Tab) -> Locator:
    return tab.page.get_by_role("region", name="The sandbox's clock")


def press(tab: Tab, name: str) -> None:
    clock(tab).get_by_role("button", name=name, exact=True).click()


def test_the_buttons_move_it_in_the_persons_zone(priya: Tab, driver: Driver) -> None:
    time = clock(priya).locator("time")
    expect(time).to_have_text("Mon, 23 Mar 2026, 17:30")
    expect(clock(priya)).to_contain_text("stopped · Europe/London")
    for name, shown in (
        ("+ 1 hour", "Mon, 23 Mar 2026, 18:30"),
        ("Next Tuesday 10:00", "Tue, 24 Mar 2026, 10:00"),
        ("Next Tuesday 10:00", "Tue, 31 Mar 2026, 10:00"),
        ("+ 1 day", "Wed, 1 Apr 2026, 10:00"),
    ):
        press(priya, name)
        expect(time).to_have_text(shown)
        expect(clock(priya).get_by_role("status")).to_have_text(f"It is {shown} in Europe/London.")
    assert driver.get("state")["now"] == "2026-04-01T09:00:00+00:00"


def test_a_date_is_typed_and_a_move_back_is_said(priya: Tab, driver: Driver) -> None:
    priya.become("U0ADMIN01")
    expect(clock(priya).locator("time")).to_have_text("Mon, 23 Mar 2026, 13:30")
    field = clock(priya).get_by_label("Go to a date and time")
    expect(field).to_have_value("2026-03-23T13:30")
    field.fill("2026-03-10T09:15")
    field.press("Enter")
    expect(clock(priya).locator("time")).to_have_text("Tue, 10 Mar 2026, 09:15")
    expect(clock(priya).get_by_role("status")).to_contain_text("The clock went back.")
    assert driver.get("state")["now"] == "2026-03-10T13:15:00+00:00"
    press(priya, "Dismiss")
    expect(clock(priya).get_by_role("status")).to_have_text("")


def test_it_follows_a_move_from_elsewhere_and_days_are_named_anew(priya: Tab, driver: Driver) -> None:
    driver.post("clock", frozen=False)
    priya.write("See you")
    expect(priya.channel.locator(".day")).to_have_text("Today")
    driver.advance(days=1)
    expect(clock(priya).locator("time")).to_have_text(re.compile("^Tue, 24 Mar 2026"))
    expect(priya.channel.locator(".day")).to_have_text("Yesterday")


@pytest.mark.usefixtures("bot")
def test_it_can_be_moved_while_a_form_is_open(priya: Tab, bot: ScriptedBot) -> None:
    priya.open_form()
    press(priya, "+ 1 day")
    expect(clock(priya).locator("time")).to_have_text("Tue, 24 Mar 2026, 17:30")
    expect(priya.form).to_be_visible()
    assert bot.heard("command start Invoice Coder")
    assert bot.taken == ["command start Invoice Coder"]


@pytest.mark.parametrize("width", [390, 820])
def test_on_narrow_screens_the_controls_open_with_the_keyboard(open_tab: Callable[..., Tab], width: int) -> None:
    tab = open_tab("U0PRIYA01", width=width)
    expect(clock(tab).locator("time")).to_be_in_viewport(ratio=1)
    hour = clock(tab).get_by_role("button", name="+ 1 hour")
    expect(hour).to_be_hidden()
    toggle = clock(tab).get_by_role("button", name="Move the clock")
    toggle.press("Enter")
    expect(toggle).to_have_attribute("aria-expanded", "true")
    tab.page.keyboard.press("Tab")
    expect(hour).to_be_focused()
    tab.page.keyboard.press("Enter")
    expect(clock(tab).locator("time")).to_have_text("Mon, 23 Mar 2026, 18:30")
    for name in ("+ 1 day", "Next Tuesday 10:00", "Go"):
        expect(clock(tab).get_by_role("button", name=name, exact=True)).to_be_in_viewport(ratio=1)
    assert tab.page.evaluate("document.documentElement.scrollWidth") == width
    tab.page.keyboard.press("Escape")
    expect(toggle).to_be_focused()
    expect(hour).to_be_hidden()
