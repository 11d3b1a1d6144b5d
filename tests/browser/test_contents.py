"""What stands in messages: every block, mrkdwn, scripts of other languages, and markup that must stay text."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from bot.sandbox.driver import Driver
from tests.browser.forms import Json, button, mrkdwn, options, plain
from tests.browser.scripted_bot import ScriptedBot
from tests.browser.tab import Tab

pytestmark = pytest.mark.browser

RICH = [
    {"type": "text", "text": "rich", "style": {"bold": True}},
    {"type": "user", "user_id": "U0TOM0001"},
    {"type": "link", "url": "https://example.com/", "text": "a link"},
]
EVERY_BLOCK: list[Json] = [
    {"type": "header", "text": plain("A headline")},
    {"type": "section", "text": mrkdwn("Words"), "accessory": {"type": "overflow", "options": options("One", "Two")}},
    {"type": "section", "fields": [mrkdwn("*Left*"), mrkdwn("Right")]},
    {"type": "divider"},
    {"type": "image", "image_url": "https://example.com/chart.png", "alt_text": "A chart of pilots"},
    {"type": "markdown", "text": "## Part\n**strong** and [out](https://example.com)"},
    {"type": "rich_text", "elements": [{"type": "rich_text_section", "elements": RICH}]},
    {
        "type": "actions",
        "elements": [
            button("Press", "press", style="danger"),
            {"type": "static_select", "action_id": "one", "options": options("One", "Two")},
            {"type": "checkboxes", "action_id": "several", "options": options("Red", "Blue")},
            {"type": "conversations_select", "action_id": "where"},
        ],
    },
    {"type": "context", "elements": [mrkdwn("Small <#C0GENERAL>"), mrkdwn("<!date^0^{date_num}|then>")]},
]

WORDS = [
    ("*bold* not*bold*", "<strong>bold</strong> not*bold*"),
    ("_it_ snake_case_name", "<em>it</em> snake_case_name"),
    ("~gone~", "<s>gone</s>"),
    ("`a *b*`", "<code>a *b*</code>"),
    ("*bold _and it_*", "<strong>bold <em>and it</em></strong>"),
    ("2 * 3 * 4", "2 * 3 * 4"),
    ("<b>&amp;</b>", "&lt;b&gt;&amp;amp;&lt;/b&gt;"),
]


def test_every_block_is_shown_and_its_elements_work(priya: Tab, bot: ScriptedBot) -> None:
    bot.app.client.chat_postMessage(channel="C0PILOTS1", text="All", blocks=EVERY_BLOCK)
    card = priya.message("A headline")
    expect(card.get_by_role("heading", name="A headline")).to_be_visible()
    expect(card.get_by_role("link", name="Picture: A chart of pilots")).to_be_visible()
    expect(card.locator(".block-markdown strong")).to_have_text("strong")
    expect(card.locator(".block-rich_text")).to_have_text("rich@Tom Bearda link")
    expect(card.locator(".block-context")).to_contain_text("#general")
    expect(card.locator(".block-context time")).to_have_text("01/01/1970")
    expect(card.locator(".unknown")).to_have_count(0)
    card.locator('[data-action="one"]').select_option("two")
    assert bot.heard("press one two")
    card.get_by_label("Blue").check()
    assert bot.heard("press several")
    expect(card.locator('[data-action="where"] option')).to_contain_text(["#general", "#pilots", "#finance"])


def test_mrkdwn(priya: Tab, driver: Driver) -> None:
    for typed, _ in WORDS:
        driver.person("U0TOM0001").say("pilots", typed)
    lines = priya.channel.locator("li.message .lines")
    expect(lines).to_have_count(len(WORDS))
    assert [line.inner_html() for line in lines.all()] == [shown for _, shown in WORDS]


def test_markup_stays_text_wherever_it_comes_from(priya: Tab, bot: ScriptedBot, driver: Driver) -> None:
    attack = "<img src=x onerror=document.title='taken'>"
    driver.person("U0TOM0001").say("pilots", attack)
    section = {"type": "section", "text": plain(attack)}
    link = {"type": "section", "text": mrkdwn("<javascript:alert(1)|press me>")}
    bot.app.client.chat_postMessage(channel="C0PILOTS1", text="x", blocks=[section, link])
    driver.post("people/change", person="U0TOM0001", real_name=attack)
    expect(priya.message("press me")).to_contain_text(attack)
    expect(priya.channel.locator(".author").first).to_have_text(attack)
    expect(priya.channel.locator("img")).to_have_count(0)
    expect(priya.message("press me").get_by_role("link", name="press me")).to_have_count(0)
    assert "taken" not in priya.page.title()


def test_other_scripts_run_their_own_way(priya: Tab, driver: Driver) -> None:
    driver.person("U0TOM0001").say("pilots", "المشروع جاهز")
    line = priya.message("المشروع").locator(".lines")
    expect(line).to_be_visible()
    assert line.evaluate("node => getComputedStyle(node).direction") == "rtl"


def test_a_very_long_message_is_shortened_until_asked_for(priya: Tab, driver: Driver) -> None:
    driver.person("U0TOM0001").say("pilots", "word " * 8000)
    words = priya.message("word word").locator(".words")
    expect(words).to_have_class("words shortened")
    priya.channel.get_by_role("button", name="Show all of it").click()
    expect(words).to_have_class("words")


def test_a_link_to_a_message_opens_its_thread_in_the_page(priya: Tab, bot: ScriptedBot) -> None:
    card = bot.app.client.chat_postMessage(channel="C0PILOTS1", text="The card")
    address = bot.app.client.chat_getPermalink(channel="C0PILOTS1", message_ts=str(card["ts"]))["permalink"]
    bot.app.client.chat_postMessage(channel="C0PILOTS1", text=f"<{address}|Open its card>")
    priya.message("Open its card").get_by_role("link", name="Open its card").click()
    expect(priya.thread.locator("li.message .words")).to_have_text(["The card"])
