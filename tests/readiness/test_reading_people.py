"""People in words: mentions, names, first names, "I", and the roles beside them."""

from __future__ import annotations

import pytest

from bot.readiness.facts import MemberState
from bot.readiness.reading import Person, Read
from tests.readiness.reading_help import AHMED, MIKOLAJ, NGOZI, PEOPLE, PRIYA, TOM, YOKO, entry, reading, slots

OWNER_AND_BACKUP = [
    "<@U0NGOZI01|ngozi> is the owner. <@U0TOM0001> steps in when she is off.",
    "Tom Beard covers for her holidays. Owner: <@U0NGOZI01>",
    "owner = Ngozi Okonkwo\nbackup = Tom Beard",
    "Ngozi owns it and Tom steps in when she is off",
    "Ngozi Okonkwo (AP lead) owns it; if she's out: Tom Beard",
    "<mailto:ngozi@example.com|ngozi@example.com> will own it, deputy Tom Beard",
    "Verantwortlich ist Ngozi Okonkwo, Vertretung: Tom Beard.",
    "La responsable es Ngozi Okonkwo, suplente: Tom Beard",
    "Owner is <@U0NGOZI01>. Does Priya know? Backup is <@U0TOM0001>",
    "*Ngozi\u200b Okonkwo* owns it :tada: _backup_ Tom Beard",
]


@pytest.mark.parametrize("text", OWNER_AND_BACKUP)
def test_owner_and_backup(text: str) -> None:
    found = slots("ownership", text)
    assert (found.get("owner"), found.get("backup")) == (NGOZI.id, TOM.id)


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("I own it", PRIYA.id),
        ("owner: me", PRIYA.id),
        ("田中陽子がオーナーです。", YOKO.id),
        ("責任者は田中 陽子です", YOKO.id),
        ("Owner: أحمد فاروق", AHMED.id),
        ("Mikolaj Wisniewski owns it", MIKOLAJ.id),
        ("Właścicielem jest Mikołaj Wiśniewski", MIKOLAJ.id),
        ("Miko\u0142aj Wis\u0301niewski owns it", MIKOLAJ.id),
        ("<@U0UNKNOWN> owns it", "U0UNKNOWN"),
    ],
)
def test_owner_in_other_words_and_scripts(text: str, owner: str) -> None:
    assert slots("ownership", text).get("owner") == owner


@pytest.mark.parametrize(
    "text",
    [
        "Ngozi doesn't own it",
        "the owner is not Ngozi",
        "Does Ngozi own it?",
        "Ngozi and Tom own it",
        "Ngozi built it",
        "Tom's team owns it",
        "Will own it next year, somebody",
        "ngoziokonkwo owns it",
        "I only built it",
        "<@U0BOT0001> owns it",
        "if Ngozi owns it, fine",
        "Ngozi owns it. No, Tom owns it",
    ],
)
def test_no_owner_where_nobody_is_said_to_be(text: str) -> None:
    assert "owner" not in slots("ownership", text)


def test_a_mention_is_plain_and_a_first_name_a_proposal() -> None:
    assert reading("ownership", "<@U0NGOZI01> owns it").slots["owner"] == Read(NGOZI.id, ("1.0",), False)
    assert reading("ownership", "Ngozi Okonkwo owns it").slots["owner"].proposal is False
    assert reading("ownership", "Ngozi owns it").slots["owner"].proposal is True
    assert reading("ownership", "Ngozi Okonkwo. Weekdays 9-17 CET").slots["owner"].proposal is True


def test_a_shared_name_is_nobody() -> None:
    other = Person("U0OTHER01", "Ngozi Adeyemi", "", "", MemberState.ACTIVE)
    assert "owner" not in slots("ownership", "Ngozi owns it", people=(*PEOPLE, other))
    assert slots("ownership", "Ngozi Okonkwo owns it", people=(*PEOPLE, other))["owner"] == NGOZI.id
    twin = Person("U0TWIN001", "Ngozi Okonkwo", "", "", MemberState.ACTIVE)
    assert "owner" not in slots("ownership", "Ngozi Okonkwo owns it", people=(*PEOPLE, twin))


def test_the_first_name_of_a_guest_or_leaver_is_nobody() -> None:
    leaver = Person("U0SITI001", "Siti Rahman", "", "", MemberState.INACTIVE)
    assert "owner" not in slots("ownership", "Siti owns it", people=(leaver,))
    assert slots("ownership", "Siti Rahman owns it", people=(leaver,))["owner"] == leaver.id


def test_later_messages_correct_and_both_are_cited_when_they_agree() -> None:
    assert reading("ownership", "Ngozi owns it", "sorry, Tom owns it").slots["owner"] == Read(TOM.id, ("2.0",), True)
    agreed = reading("ownership", "<@U0NGOZI01> owns it", "yes, Ngozi owns it").slots["owner"]
    assert agreed == Read(NGOZI.id, ("1.0", "2.0"), False)


def test_cover_is_read_in_the_persons_own_words() -> None:
    found = slots(
        "ownership", "Weekdays 8 to 18 in #rota-alarms; after that the duty phone, and duty may switch it off."
    )
    assert found["cover_hours"] == "Weekdays 8 to 18 in #rota-alarms"
    assert found["cover_off_hours"] == "the duty phone, and duty may switch it off"
    assert slots("ownership", "2-3 people, 5-10 errors, escalates after 30 min") == {}


def test_a_reply_to_a_follow_up_is_the_slot_asked_for() -> None:
    found = reading("ownership", entry("Tom", asked="backup"), entry("the duty phone", "2.0", asked="cover_off_hours"))
    assert found.slots["backup"] == Read(TOM.id, ("1.0",), True)
    assert found.slots["cover_off_hours"] == Read("the duty phone", ("2.0",), False)
    assert slots("ownership", entry("what do you mean?", asked="cover_off_hours")) == {}
    assert slots("replacement", entry("yes", asked="nothing_needed")) == {}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tom Beard reads 20 of about 400 each day", {"reviewer": TOM.id, "share": 20, "every": "day"}),
        ("Tom reviews every draft", {"reviewer": TOM.id, "share": "all", "every": "each_item"}),
        ("Tom reads 10 % each week", {"reviewer": TOM.id, "every": "week"}),
        ("Tom samples 5 every 10 days", {"reviewer": TOM.id, "share": 5, "every": "other_days", "every_days": 10}),
        (
            "I check 15 each Monday; last Friday 2 wrong",
            {"reviewer": PRIYA.id, "share": 15, "every": "week", "last_on": "2026-11-20"},
        ),
        (
            "Ngozi Okonkwo revisa 20 de 400 cada día, última revisión 3 de noviembre de 2026",
            {"reviewer": NGOZI.id, "share": 20, "every": "day", "last_on": "2026-11-03"},
        ),
        ("Monthly second read of 25 by Tom Beard", {"reviewer": TOM.id, "every": "month", "share": 25}),
        ("Ngozi and Tom read 20 daily", {}),
        ("the team reads 20 daily", {}),
    ],
)
def test_review(text: str, expected: dict[str, object]) -> None:
    assert slots("review", text) == expected
