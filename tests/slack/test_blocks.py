"""The block helpers keep Slack's limits, and the top-level text says all that the blocks say."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bot.slack.pages.blocks import (
    Message,
    actions,
    bold,
    button,
    confirm,
    context,
    divider,
    escape,
    header,
    input_block,
    mention,
    option,
    overflow,
    plain_text_of,
    section,
    shorten,
    shorten_markup,
)
from bot.slack.pages.forms.elements import text_input
from bot.slack.pages.plain_text import LONGEST
from tests.slack.limits import check_message, check_view

ANY = st.text(min_size=1, max_size=6000)


@given(ANY)
def test_any_text_makes_blocks_that_slack_takes(text: str) -> None:
    words = escape(text)
    blocks = [
        section(words, button(text, "go", "7", label=text, confirm=confirm(text, text, text, text)), block_id="a"),
        header(text),
        context(words),
        actions(overflow("more", [option(text, "x", text)])),
        input_block(text, text_input("name", text), "name", hint=text),
        divider(),
    ]
    assert (
        check_view(
            {
                "type": "modal",
                "title": {"type": "plain_text", "text": "T"},
                "submit": {"type": "plain_text", "text": "S"},
                "blocks": blocks,
            }
        )
        == []
    )


@given(st.lists(ANY, min_size=1, max_size=12))
def test_the_text_of_any_blocks_fits_and_cuts_no_markup(texts: list[str]) -> None:
    blocks = [section(escape(text)) for text in texts]
    text = plain_text_of(blocks, preview=escape(texts[0][:80]))
    assert len(text) <= LONGEST
    assert "<" not in text
    assert all(part.startswith(("amp;", "lt;", "gt;")) for part in text.split("&")[1:])


def test_the_text_says_all_that_the_blocks_say() -> None:
    blocks = [
        header("Two & more"),
        section("*AP Invoice Coder*\nSuggests codes.", button("Open", "open_card", url="https://example.com")),
        section("Fields", fields=["one", "two"]),
        divider(),
        actions(button("Answer", "answer", "7:ownership"), overflow("x", [option("Not an answer", "y")])),
        context("Started by Priya", "Launch planned"),
        {"type": "image", "image_url": "https://example.com/x.png", "alt_text": "A <trend>"},
    ]
    assert plain_text_of(blocks, preview="Hello") == (
        "Hello\nTwo &amp; more\n*AP Invoice Coder*\nSuggests codes.\n[Open]\nFields\none\ntwo\n"
        "[Answer] [Not an answer]\nStarted by Priya · Launch planned\nA &lt;trend&gt;"
    )


def test_the_preview_is_not_said_twice() -> None:
    assert plain_text_of([section("*Is it ready?*\nYes.")], preview="Is it ready?") == "*Is it ready?*\nYes."


def test_what_does_not_fit_is_counted() -> None:
    blocks = [section(f"line {number} " + "x" * 90) for number in range(100)]
    text = plain_text_of(blocks)
    kept = text.splitlines()
    assert len(text) <= LONGEST
    assert kept[-1] == f"… and {100 - (len(kept) - 1)} more"


def test_one_line_that_does_not_fit_is_cut() -> None:
    text = plain_text_of([section("y" * 3000)], longest=100)
    assert text.endswith("…")
    assert len(text) <= 100


def test_people_s_words_are_escaped_and_cut_whole() -> None:
    assert escape("<!channel> & co") == "&lt;!channel&gt; &amp; co"
    assert bold("a*b") == "*a∗b*"
    assert mention("U1") == "<@U1>"
    assert shorten("abcdef", 4) == "abc…"
    assert shorten_markup("abc &amp; def", 7) == "abc…"
    assert shorten_markup("hi <@U123456> there", 9) == "hi…"
    assert shorten_markup("short", 9) == "short"


def test_a_button_leaves_out_what_it_does_not_have() -> None:
    assert button("Go", "go") == {
        "type": "button",
        "text": {"type": "plain_text", "text": "Go", "emoji": False},
        "action_id": "go",
    }


def test_a_message_of_these_blocks_is_one_that_slack_takes() -> None:
    blocks = [section("Hello"), actions(button("Go", "go", "7"))]
    assert check_message(Message(plain_text_of(blocks), blocks)) == []
