"""How things stand now, for whoever presses an old button: by role, and in every state that a role can be in."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from bot.readiness.facts import Fact, FactKind, MemberState
from bot.slack.pages.as_now import as_now
from bot.slack.pages.outcomes import About, Names, sentence
from bot.work.results import Refusal
from tests.readiness.pilots import BACKUP, GONE, OWNER, REVIEWER, TODAY, accepted, member, record, said
from tests.slack.factories import NAMES, view
from tests.slack.limits import check_message

ALL = [accepted("owner", OWNER), accepted("backup", BACKUP), accepted("reviewer", REVIEWER)]
PLACES = {
    "owner": ("ownership", "", "owner"),
    "backup": ("ownership", "", "backup"),
    "reviewer": ("review", "", "reviewer"),
}
HOLDERS = {"owner": OWNER, "backup": BACKUP, "reviewer": REVIEWER}
READER = Names(NAMES, "Acme", TODAY)
ON = {"on": date(2026, 11, 20)}
CLOSED = "This question was closed on 20 November, so nothing has changed."


@pytest.mark.parametrize(
    ("role", "words"),
    [
        ("owner", "AP Invoice Coder is now owned by Ngozi Okonkwo."),
        ("backup", "Tom Beard now steps in for AP Invoice Coder."),
        ("reviewer", "Emeka Obi now reviews the output of AP Invoice Coder."),
        ("checkin", "AP Invoice Coder is now owned by Ngozi Okonkwo."),
        ("", "AP Invoice Coder is now owned by Ngozi Okonkwo."),
        ("second", "AP Invoice Coder is now owned by Ngozi Okonkwo."),
        ("agree", "What replaces AP Invoice Coder was answered in another way since."),
    ],
)
def test_who_said_yes(role: str, words: str) -> None:
    assert as_now(view(record(clicks=ALL)), role) == words


@pytest.mark.parametrize("role", PLACES)
def test_whose_answer_is_out(role: str) -> None:
    told = as_now(view(record(clicks=[])), role)
    assert told.endswith(f"{NAMES[HOLDERS[role]]} was asked on 2 November.")


@pytest.mark.parametrize("role", PLACES)
@pytest.mark.parametrize("ended", ["nobody", "no", "gone", "guest"])
def test_nobody_is_confirmed(role: str, ended: str) -> None:
    user = HOLDERS[role]
    more: dict[str, list[Fact]] = {
        "no": [said(FactKind.DECLINED, user, TODAY, role=role, reason=None)],
        "gone": [member(user, MemberState.INACTIVE, TODAY)],
        "guest": [member(user, MemberState.GUEST, TODAY)],
    }
    seen = view(record({PLACES[role]: GONE} if ended == "nobody" else {}, clicks=ALL, more=more.get(ended, [])))
    told = as_now(seen, role)
    assert told.endswith(" at the moment.")
    assert NAMES[user] not in told


def test_a_check_in_that_lapsed_leaves_no_confirmed_owner() -> None:
    lapsed = said(FactKind.CHECKIN_LAPSED, "", TODAY, checkin=1)
    assert as_now(view(record(clicks=ALL, more=[lapsed]))) == "AP Invoice Coder has no confirmed owner at the moment."


def test_a_decision_that_stands_and_one_that_waits() -> None:
    values: dict[str, Any] = {"why": "now", "until": "2026-12-20", "second": BACKUP, "decider": OWNER}
    decision = said(FactKind.SHIPPED_ANYWAY, OWNER, TODAY, 10, **values)
    agreed = said(FactKind.SECONDED, BACKUP, TODAY, 11)
    waits = "A later decision to ship AP Invoice Coder anyway waits for Tom Beard."
    stands = "AP Invoice Coder is shipped anyway, until 20 December; Ngozi Okonkwo decided it."
    assert as_now(view(record(clicks=[], more=[decision])), "second") == waits
    assert as_now(view(record(clicks=[], more=[decision, agreed])), "second") == stands


def test_that_nothing_needs_to_replace_it() -> None:
    needed = {("replacement", "", "nothing_needed"): "yes"}
    agreed = said(FactKind.AGREED, OWNER, TODAY, group="replacement")
    assert as_now(view(record(needed)), "agree") == "Nobody agreed that nothing needs to replace AP Invoice Coder."
    assert as_now(view(record(needed, more=[agreed])), "agree").startswith("Ngozi Okonkwo agreed that nothing needs")


def test_a_retired_pilot_is_retired_whatever_was_asked() -> None:
    assert as_now(view(record(), state="retired"), "owner") == "AP Invoice Coder is retired."


def buttons(refusal: Refusal, may_remind: bool = True, **pilot: object) -> list[str]:
    """The words of the buttons below a refusal."""
    message = sentence(refusal, READER, About(view(record(clicks=ALL), **pilot), may_remind))
    assert check_message(message) == []
    return [one["text"]["text"] for block in message.blocks for one in block.get("elements", []) if "action_id" in one]


def test_an_old_button_says_when_it_was_closed_and_leads_to_the_card() -> None:
    refusal = Refusal("question_closed", {"role": "owner", "holder": OWNER, **ON})
    message = sentence(refusal, READER, About(view(record(clicks=ALL))))
    assert message.text == f"{CLOSED} AP Invoice Coder is now owned by Ngozi Okonkwo.\n[Open its card]"
    assert message.blocks[1]["elements"][0]["url"].startswith("https://northfield.example.com/archives/C0PILOT/p")
    assert sentence(refusal, READER).text == f"{CLOSED} The card shows how it stands."


def test_who_has_no_part_in_it_reads_neither_name_nor_number() -> None:
    assert sentence(Refusal("retired_pilot", {"pilot": 7}), READER).text.startswith("This pilot is retired, so nothing")
    named = Refusal("retired_pilot", {"pilot": "AP Coder"})
    assert sentence(named, READER).text.startswith("AP Coder is retired, so nothing has changed.")
    about = About(view(record(), state="retired"))
    assert sentence(named.of(7), READER, about).text.startswith("AP Invoice Coder is retired, so nothing has changed.")


def test_where_the_card_is_not_posted_yet_nothing_leads_there() -> None:
    assert buttons(Refusal("old_button"), root_ts="") == []
    assert buttons(Refusal("old_button")) == ["Open its card"]
    assert buttons(Refusal("question_moved_on")) == ["Open its card"]
    assert buttons(Refusal("owner_or_lead_only", {"lead": OWNER})) == []


def test_only_who_may_answer_is_offered_to_remind() -> None:
    refusal = Refusal("only_the_person_asked", {"user": BACKUP, "since": TODAY, "remind": "backup"})
    assert buttons(refusal) == ["Remind Tom"]
    assert buttons(refusal, may_remind=False) == []
    press = sentence(refusal, READER, About(view(record()), may_remind=True)).blocks[1]["elements"][0]
    assert (press["action_id"], press["value"]) == ("remind", "7:backup")


def test_names_are_escaped() -> None:
    seen = view(record(clicks=ALL), name="A <!channel> & B", names={OWNER: "<@U1> & Co"})
    assert as_now(seen) == "A &lt;!channel&gt; &amp; B is now owned by &lt;@U1&gt; &amp; Co."
