"""Hostile names and words: every page fits Slack's limits, rings nobody by accident and says no word of the code."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

import pytest

from bot.readiness.facts import FactKind
from bot.readiness.slots import CONVERSATIONS
from bot.slack.pages import presses, thread_lines
from bot.slack.pages.acceptance import acceptance
from bot.slack.pages.blocks import Message
from bot.slack.pages.card import card
from bot.slack.pages.floor import floor
from bot.slack.pages.home import home
from bot.slack.pages.listing import listing
from bot.slack.pages.question import asked_privately, question
from bot.slack.pages.reading import reading
from bot.slack.pages.status import status
from bot.slack.pages.verdict import verdict
from bot.work.view import View
from tests.readiness.pilots import BACKUP, BUILDER, GONE, OTHER, OWNER, REVIEWER, SOUND, Place, record
from tests.slack.factories import fact, last, reply, started, view
from tests.slack.limits import check_message

JUNK = {
    "markup": "*bold* _it_ ~no~ `code` <!channel> <@U0EVIL> <https://evil.example|click> &lt;!here&gt;",
    "right to left": "\u202eevil\u202c مشروع الفواتير \u2066x",
    "long": "Wörter-ohne-Ende-" * 10,
    "lines": "one\n\n\ntwo\r\nthree\u2028four\x00five",
    "other script": "請求書コーダー 🧾 ключ",
    "braces": "{user} {0} %s {{x}}",
}
TEXTS = [
    place for place, value in SOUND.items() if isinstance(value, str) and place[2] in ("name", "what", "path", "plan")
]
CODE_WORDS = re.compile(r"\b(thin|hollow|slot|probe|on the hook|gate|gates)\b", re.IGNORECASE)
MENTIONS = re.compile(r"<[!@]")


def hostile(words: str) -> View:
    """A pilot in which everybody and everything is called ``words``."""
    names = dict.fromkeys((BUILDER, OWNER, BACKUP, REVIEWER, OTHER), words)
    changes: dict[Place, Any] = {**dict.fromkeys(TEXTS, words), ("dependencies", "d2", "version"): "latest " + words}
    changes |= {("access", "d1", "logged"): "no", ("agnostic", "d3", "setting"): GONE}
    told = [reply("review", words * 20), reply("failure", f"hidden: {words}", ts="1.2")]
    incident = fact(FactKind.INCIDENT, OWNER, {"what": words * 9, "since": "2026-11-20", "light": words})
    return view(record(changes, more=[incident], clicks=[]), names=names, entries=told, name=words, purpose=words * 5)


PAGES: dict[str, Callable[[View], Message]] = {
    "card": card,
    "floor": floor,
    "status": status,
    "ready": lambda seen: verdict(seen, "ready"),
    "lost": lambda seen: verdict(seen, "lost"),
    "turned": lambda seen: verdict(seen, "turned", ["access"]),
    "owner": lambda seen: acceptance(seen, "owner", OWNER),
    "reviewer": lambda seen: acceptance(seen, "reviewer", REVIEWER),
    "list": lambda seen: listing([seen] * 30, everywhere=True),
    "home": lambda seen: home([seen], OWNER, seen.pilot.name),
    "incident": lambda seen: thread_lines.event(seen, last(seen)),
    **{f"question {group.key}": partial(question, conversation=group.key) for group in CONVERSATIONS},
    **{f"reading {group.key}": partial(reading, conversation=group.key) for group in CONVERSATIONS},
    "asked privately": lambda seen: asked_privately(seen, "ownership", OTHER),
}


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES.keys())
@pytest.mark.parametrize("words", JUNK.values(), ids=JUNK.keys())
def test_any_name_fits_and_rings_nobody(page: Callable[[View], Message], words: str) -> None:
    message = page(hostile(words))
    assert check_message(message) == []
    assert len(message.text) <= 3900
    for text in markup(message.view or message.blocks):
        assert MENTIONS.search(text) is None
        assert "<https://evil" not in text
    assert "\u202e" not in str(message)


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES.keys())
def test_no_page_uses_a_word_of_the_code(page: Callable[[View], Message]) -> None:
    live = [fact(FactKind.LIVE, OWNER)]
    for seen in (view(started(live)), view(record(clicks=[], more=live)), view(record(more=live))):
        assert CODE_WORDS.search(page(seen).text) is None


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES.keys())
def test_buttons_are_short_and_carry_ids_alone(page: Callable[[View], Message]) -> None:
    message = page(hostile(JUNK["long"]))
    for button in buttons(message.view or message.blocks):
        assert len(button["text"]["text"]) <= presses.MOST
        assert re.fullmatch(r"[\w:.,-]*|help", button.get("value", ""))


def markup(node: Any) -> Iterator[str]:
    """Every mrkdwn text in a message."""
    if isinstance(node, list):
        for one in node:
            yield from markup(one)
    elif isinstance(node, dict):
        if node.get("type") == "mrkdwn":
            yield node["text"]
        for one in node.values():
            yield from markup(one)


def buttons(node: Any) -> Iterator[dict[str, Any]]:
    """Every button in a message."""
    if isinstance(node, list):
        for one in node:
            yield from buttons(one)
    elif isinstance(node, dict):
        if node.get("type") == "button":
            yield node
        for one in node.values():
            yield from buttons(one)
