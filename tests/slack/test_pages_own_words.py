"""People's own words in the bot's sentences: names for mentions, no markup out of names, a reviewer's own version."""

from __future__ import annotations

import pytest

from bot.readiness.facts import FactKind
from bot.slack.pages.acceptance import acceptance
from bot.slack.pages.blocks import bold, escape
from bot.slack.pages.card import card
from bot.slack.pages.floor import floor
from bot.slack.pages.home import home
from bot.slack.pages.plain_text import without_markup
from bot.slack.pages.record import record as record_page
from bot.slack.pages.status import status
from bot.slack.pages.thread_lines import declined_to
from bot.variables import unknown
from bot.work.names import clean_name
from tests.readiness.pilots import BACKUP, OWNER, REVIEWER, accepted, record
from tests.slack.factories import fact, last, reply, view

OTHERS = [accepted("owner", OWNER), accepted("backup", BACKUP)]
NOT_QUITE = fact(FactKind.DECLINED, REVIEWER, {"role": "reviewer", "reason": "I look at ten a week."})


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("*bold*", "∗bold∗"),
        ("“_so_”", "“ˍso_”"),
        ("a ~b~", "a ∼b~"),
        ("`rm`", "ˋrmˋ"),
        ("ap_bot 2 * 3", "ap_bot 2 * 3"),
    ],
)
def test_what_people_type_is_never_markup(typed: str, shown: str) -> None:
    assert escape(typed) == shown
    assert without_markup(bold(escape(typed))) == typed


def test_a_pilots_name_is_not_bold_in_the_middle_of_a_sentence() -> None:
    named = view(record(clicks=[]), name="The *bold* one")
    assert "*bold*" not in acceptance(named, "owner", OWNER).text
    assert without_markup(escape("The *bold* one")) == "The *bold* one"


def test_a_mention_in_a_reply_is_a_name_on_the_record() -> None:
    told = [reply("ownership", f"<@{OWNER}> owns it, see <https://wiki.example.com|the plan>; <@U0STRANGE> helps.")]
    text = record_page(view(entries=told))
    assert "> @Ngozi Okonkwo owns it, see the plan; somebody helps." in text
    assert OWNER not in text


def test_not_quite_is_no_no() -> None:
    said = view(record(clicks=OTHERS, more=[NOT_QUITE]))
    assert acceptance(said, "reviewer", REVIEWER).text.startswith("You sent your own version on 24 November, about")
    told = declined_to(said, "reviewer", last(said)).text
    assert told.startswith("Emeka Obi describes reviewing *AP Invoice Coder* otherwise: “I look at ten a week”.")
    assert "the person asked describes it otherwise." in floor(said).text
    assert "described it otherwise (role: reviewer)" in record_page(said)
    assert "said no" not in told + floor(said).text + record_page(said)


def test_home_shows_the_reviewer_what_one_press_confirms() -> None:
    blocks = home([view(record(clicks=OTHERS))], REVIEWER, "Emeka Obi").view["blocks"]  # type: ignore[index]
    assert blocks[0]["text"]["text"] == "*One thing waits for you*"
    assert "is this what you do? “Emeka checks 15 of its results each week and may stop it.”" in str(blocks[1])
    assert [one["action_id"] for one in blocks[2]["elements"]] == ["accept", "not_quite", "may_not_stop"]


def test_home_says_why_and_until_when_somebody_is_to_agree() -> None:
    decided = fact(FactKind.SHIPPED_ANYWAY, OWNER, {"why": "*Audit*", "until": "2026-12-01", "second": BACKUP})
    shown = str(home([view(record(more=[decided], clicks=[*OTHERS]))], BACKUP, "Tom Beard").view)
    assert "your agreement to shipping it anyway, until 1 December: “∗Audit∗”" in shown


def test_status_never_opens_with_how_it_goes() -> None:
    new = view(hold="not_in_channel", question="ownership")
    assert status(new).text.startswith("*AP Invoice Coder*\n*Not ready yet.* Nothing is complete yet.\n*On hold.*")
    assert "Five questions come one at a time" in card(new).text


def test_a_line_break_does_not_glue_words() -> None:
    assert clean_name("Line\nbreak\u2028two\tthree\x00") == "Line break two three"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("SHIPREADY_SETTEL", "SHIPREADY_ANSWER_SETTLE_SECONDS"),
        ("SHIPREADY_ZONES", "SHIPREADY_ZONE"),
        ("SHIPREADY_LOGLEVEL", "SHIPREADY_LOG_LEVEL"),
    ],
)
def test_a_wrong_setting_is_offered_the_nearest(typed: str, meant: str) -> None:
    assert [problem.allowed for problem in unknown([typed])] == [f"did you mean {meant}?"]
    assert unknown(["SHIPREADY_QQQQ"])[0].allowed == "docs/operate.md lists them all"
