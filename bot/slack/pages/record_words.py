"""The words people wrote, verbatim, with author, time and link; of withdrawn ones only that they were withdrawn."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.records.tables import Entry
from bot.slack.pages.words.dates import moment
from bot.slack.pages.words.markdown import address, cell, quote
from bot.work.names import unmarked
from bot.work.view import View


def words(view: View, conversation: str, links: Mapping[str, str]) -> list[str]:
    """Every answer to a conversation, oldest first, as quotes. ``links``: permalinks by ts."""
    told = [entry for entry in view.entries.get(conversation, ()) if entry.state in ("answer", "withdrawn")]
    return [part for entry in told for part in _entry(view, entry, links)] or ["No words in the thread."]


def _entry(view: View, entry: Entry, links: Mapping[str, str]) -> list[str]:
    author, zone = cell(view.name(entry.author)), view.pilot.zone
    if entry.state == "withdrawn":
        when = f" on {moment(entry.withdrawn_at, zone)}" if entry.withdrawn_at else ""
        by = cell(view.name(entry.withdrawn_by or entry.author))
        return [f"*A message by {author} of {moment(entry.received_at, zone)} was withdrawn by {by}{when}.*"]
    link = f" ([message]({address(links[entry.ts])}))" if entry.ts in links else ""
    edited = ", edited since" if entry.version else ""
    files = [f"- Attached: {_file(file)}" for file in entry.files]
    head = f"**{author}**, {moment(entry.received_at, zone)}{edited}{link}"
    return [head, quote(_words(view, entry)), *(["\n".join(files)] if files else [])]


def _words(view: View, entry: Entry) -> str:
    """What was written, with names in place of Slack's marks."""
    return unmarked(entry.text, lambda user: f"@{view.name(user)}" if user in view.people else "", lambda _: "")


def _file(file: Mapping[str, Any]) -> str:
    """An attachment as a link (EXPERIENCE: Attachments are kept as links); its bare name where Slack gave none."""
    name, link = cell(str(file.get("name") or "a file")), str(file.get("permalink") or "")
    return f"[{name}]({address(link)})" if link else name
