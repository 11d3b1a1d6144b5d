"""Writing, editing, deleting, attaching, commands and shortcuts."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import FilePayload, expect

from bot.sandbox.driver import Driver
from tests.browser.scripted_bot import ScriptedBot
from tests.browser.tab import Tab

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("bot")]


def test_shift_enter_begins_a_new_line_and_enter_sends(priya: Tab, driver: Driver) -> None:
    area = priya.channel.locator(".composer textarea")
    area.fill("one")
    area.press("Shift+Enter")
    area.press_sequentially("two")
    area.press("Enter")
    expect(priya.message("one")).to_be_visible()
    expect(area).to_have_value("")
    assert driver.messages("pilots")[-1]["text"] == "one\ntwo"


def test_a_command_is_completed_from_its_first_letters(priya: Tab, bot: ScriptedBot) -> None:
    area = priya.channel.locator(".composer textarea")
    area.press_sequentially("/sh")
    expect(priya.channel.get_by_role("option")).to_contain_text("Pilots")
    area.press("Tab")
    area.press_sequentially("list ")
    area.press("Enter")
    expect(area).to_have_value("")
    assert bot.heard("command list")
    assert bot.taken == ["command list"]


def test_a_command_without_answer_is_said_and_can_be_sent_again(priya: Tab, driver: Driver) -> None:
    driver.settings(ack_timeout_seconds=0.2)
    priya.write("/shipready silent")
    notice = priya.channel.locator(".notice")
    expect(notice).to_contain_text("operation_timeout")
    expect(priya.channel.locator(".composer textarea")).to_have_value("/shipready silent")
    notice.get_by_role("button", name="Dismiss").click()
    expect(notice).to_have_count(0)


def test_a_command_in_a_thread_is_refused_as_slack_does(priya: Tab) -> None:
    priya.write("A thread")
    priya.open_thread("A thread")
    priya.write("/shipready status", priya.thread)
    expect(priya.channel.locator(".notice")).to_contain_text("not supported in threads")


def test_one_edits_and_deletes_ones_own_messages_only(priya: Tab, driver: Driver) -> None:
    driver.person("U0TOM0001").say("pilots", "Not yours")
    priya.write("A misteak by @tom")
    priya.choose("A misteak", "Edit")
    editor = priya.channel.get_by_label("Edit message")
    expect(editor).to_have_value("A misteak by @tom")
    editor.fill("A mistake by @tom")
    editor.press("Enter")
    expect(priya.message("A mistake by @Tom Beard")).to_contain_text("(edited)")
    priya.choose("A mistake", "Delete")
    priya.page.get_by_role("dialog").get_by_role("button", name="Delete").click()
    expect(priya.message("A mistake")).to_have_count(0)
    priya.message("Not yours").hover()
    priya.message("Not yours").get_by_role("button", name="More about this message").click()
    expect(priya.page.get_by_role("menuitem")).to_have_text(["Record as an answerShipready"])


def test_the_shortcut_takes_a_message_along(priya: Tab, bot: ScriptedBot) -> None:
    priya.write("The clerks read 20 a day")
    priya.choose("The clerks", "Record as an answer")
    assert bot.heard("record The clerks read 20 a day")


def test_a_file_goes_with_a_message(priya: Tab) -> None:
    content = FilePayload(name="runbook.md", mimeType="text/markdown", buffer=b"# Steps")
    priya.channel.locator("input[type=file]").set_input_files(content)
    expect(priya.channel.locator(".attached")).to_contain_text("runbook.md")
    priya.write("Here it is")
    with priya.page.expect_download() as download:
        priya.message("Here it is").get_by_role("link", name="runbook.md").click()
    assert download.value.path().read_bytes() == b"# Steps"


def test_what_is_typed_belongs_to_its_person_and_place(priya: Tab) -> None:
    area = priya.channel.locator(".composer textarea")
    area.fill("Priya's half sentence")
    priya.become("U0TOM0001")
    expect(area).to_have_value("")
    area.fill("Tom's")
    priya.become("U0PRIYA01")
    expect(area).to_have_value("Priya's half sentence")


def test_another_app_can_speak_too(open_tab: Callable[..., Tab], driver: Driver) -> None:
    open_tab("U0OTHERBOT", "C0GENERAL").write("Nightly run done")
    driver.wait_for(lambda: [m["text"] for m in driver.messages("general")] == ["Nightly run done"])
    assert driver.messages("general")[0]["bot_id"] == "B0OTHERBOT"
