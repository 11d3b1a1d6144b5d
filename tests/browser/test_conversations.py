"""Several people in one channel and its threads, each in a browser of their own."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from bot.sandbox.driver import Driver
from tests.browser.scripted_bot import ScriptedBot
from tests.browser.tab import Tab

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("bot")]


def test_three_people_see_a_thread_grow(open_tab: Callable[..., Tab]) -> None:
    priya, ngozi, tom = (open_tab(person) for person in ("U0PRIYA01", "U0NGOZI01", "U0TOM0001"))
    priya.write("/shipready start Invoice Coder")
    for tab in (priya, ngozi, tom):
        expect(tab.message("Suggests cost centres")).to_contain_text("Owner: @Tom Beard")
    for tab in (priya, ngozi):
        tab.open_thread("Suggests cost centres")
    ngozi.write("It is mine, *for now*", ngozi.thread)
    expect(priya.message("It is mine", priya.thread).locator("strong")).to_have_text("for now")
    expect(priya.message("It is mine", priya.thread).get_by_role("button", name="eyes: Shipready")).to_be_visible()
    expect(priya.message("It is mine", priya.thread).locator(".reaction").first).not_to_contain_text(":eyes:")
    expect(tom.message("Suggests cost centres").locator(".thread-link")).to_contain_text("1 reply")


def test_what_is_only_for_one_person_reaches_nobody_else(open_tab: Callable[..., Tab]) -> None:
    priya, tom = open_tab("U0PRIYA01"), open_tab("U0TOM0001")
    priya.write("/shipready help")
    expect(priya.message("Four to begin with")).to_contain_text("Only visible to you")
    tom.write("Good morning")
    expect(priya.message("Good morning")).to_be_visible()
    expect(tom.channel.get_by_text("Four to begin with")).to_have_count(0)


def test_a_channel_with_something_new_is_marked_until_it_is_opened(priya: Tab, driver: Driver) -> None:
    driver.person("U0TOM0001").say("general", "News")
    entry = priya.page.locator("#sidebar").get_by_role("link", name="general")
    expect(entry.locator(".dot")).to_be_visible()
    entry.click()
    expect(priya.message("News")).to_be_visible()
    expect(entry.locator(".dot")).to_have_count(0)


def test_home_and_messages_of_the_bot(priya: Tab, bot: ScriptedBot) -> None:
    priya.page.locator("#sidebar").get_by_role("link", name="Shipready").click()
    expect(priya.channel.get_by_role("heading", name="What waits for you")).to_be_visible()
    priya.channel.get_by_role("button", name="Start a pilot").click()
    bot.app.client.chat_postMessage(channel="U0PRIYA01", text="Will you own it?")
    priya.page.get_by_role("link", name="Messages", exact=True).click()
    expect(priya.message("Will you own it?")).to_be_visible()
    assert "press start_here" in bot.taken


def test_the_bot_is_invited_into_a_channel(open_tab: Callable[..., Tab], driver: Driver) -> None:
    priya = open_tab("U0PRIYA01", "C0FINANCE")
    expect(priya.channel.locator(".about")).to_contain_text("Shipready is not here")
    priya.write("/invite @Shipready")
    expect(priya.channel.locator(".about")).to_contain_text("Shipready is here")
    assert next(c for c in driver.get("channels")["channels"] if c["id"] == "C0FINANCE")["bot_is_member"]


def test_reading_on_is_not_disturbed_by_new_messages(priya: Tab, driver: Driver) -> None:
    tom = driver.person("U0TOM0001")
    for number in range(40):
        tom.say("pilots", f"Message {number}")
    scroll = priya.channel.locator(".scroll").first
    expect(priya.message("Message 39")).to_be_in_viewport()
    scroll.evaluate("node => { node.scrollTop = 0; }")
    priya.channel.locator(".composer textarea").fill("Half a sent")
    tom.say("pilots", "One more")
    expect(priya.message("One more")).to_be_attached()
    assert scroll.evaluate("node => node.scrollTop") == 0
    expect(priya.channel.locator(".composer textarea")).to_have_value("Half a sent")


@pytest.mark.parametrize(
    ("person", "place", "why"),
    [
        ("U0PRIYA01", "C0CLOSING", "This channel is archived."),
        ("U0PRIYA01", "C0NOTICES", "Only admins can write in this channel."),
        ("U0GONE001", "C0GENERAL", "This account is deactivated and cannot write."),
    ],
)
def test_where_one_cannot_write_the_page_says_why(
    open_tab: Callable[..., Tab], person: str, place: str, why: str
) -> None:
    tab = open_tab(person, place)
    expect(tab.channel.locator(".closed")).to_have_text(why)
    expect(tab.channel.locator(".composer textarea")).to_be_hidden()
