"""The page as one person has it open."""

from __future__ import annotations

import re

from playwright.sync_api import Locator, Page, expect

WAIT_MS = 5000


class Tab:
    """What a person does and sees in the page; `errors` is what its console said went wrong."""

    def __init__(self, page: Page, url: str, person: str, place: str) -> None:
        self.page = page
        self.errors: list[str] = []
        page.set_default_timeout(WAIT_MS)
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("console", lambda line: self.errors.append(line.text) if line.type == "error" else None)
        page.goto(f"{url}/page/#/{person}/{place}")
        expect(page.locator("#person")).to_have_value(person)

    @property
    def channel(self) -> Locator:
        """The middle column."""
        return self.page.locator("#conversation")

    @property
    def thread(self) -> Locator:
        """The right column."""
        return self.page.locator("#thread")

    @property
    def form(self) -> Locator:
        """The open form."""
        return self.page.locator("#form-dialog")

    def message(self, text: str, where: Locator | None = None) -> Locator:
        """The newest message with that text, in the channel unless said otherwise."""
        return (where or self.channel).locator("li.message").filter(has_text=text).last

    def write(self, text: str, where: Locator | None = None) -> None:
        """Type a line into a composer and send it."""
        area = (where or self.channel).locator(".composer textarea")
        area.fill(text)
        area.press("Enter")

    def become(self, person: str) -> None:
        """Be somebody else."""
        self.page.select_option("#person", person)

    def open_thread(self, text: str) -> None:
        """Open the thread of the message with that text."""
        self.message(text).hover()
        self.message(text).get_by_role("link", name="Reply in thread").click()
        expect(self.thread).to_be_visible()

    def choose(self, text: str, entry: str) -> None:
        """Take an entry of the menu of the message with that text."""
        self.message(text).hover()
        self.message(text).get_by_role("button", name="More about this message").click()
        self.page.get_by_role("menuitem", name=re.compile(entry)).click()

    def open_form(self) -> None:
        """Start a pilot and open its form."""
        self.write("/shipready start Invoice Coder")
        self.channel.get_by_role("button", name="Answer question 1").last.click()
        expect(self.form).to_be_visible()

    def field(self, name: str) -> Locator:
        """The block of the open form with that id."""
        return self.form.locator(f'[data-block="{name}"]')
