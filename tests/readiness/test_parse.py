"""Values from outside: what is kept, what is refused, and that nothing ever raises."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.readiness.parse import Refused, parse, parse_group
from bot.readiness.slots import DEPENDENCIES, GROUPS, REVIEW, Kind, Slot

ON = date(2026, 11, 24)
TEXT = Slot("what", Kind.TEXT, maximum_length=20)
DONE = Slot("rotated_on", Kind.DATE, word="managed", done=True)
COMING = Slot("until", Kind.DATE)
COUNT = Slot("share", Kind.NUMBER, word="all", minimum=1)
CHOICE = Slot("pinned", Kind.CHOICE, choices=("yes", "no"))
USER = Slot("owner", Kind.USER)
WHO = Slot("who", Kind.USER_OR_ROTA)
WHOM = Slot("who", Kind.USERS_OR_ROTA)
ALL_SLOTS = [
    slot
    for group in GROUPS.values()
    for slot in (*group.slots, *(each for kind in (group.rows.slots.values() if group.rows else ()) for each in kind))
]


@pytest.mark.parametrize(
    ("slot", "raw", "value"),
    [
        (TEXT, "  the\u200b  duty\tphone ", "the duty phone"),
        (TEXT, "a\u202eb\u2066c\x00d", "abc d"),
        (TEXT, "one\r\n\n two", "one\ntwo"),
        (TEXT, " \u200b\u200d\ufeff\n", None),
        (TEXT, "\ud800x", "x"),
        (TEXT, "می‌خواهم", "می‌خواهم"),
        (DONE, "2026-11-24", "2026-11-24"),
        (DONE, " managed ", "managed"),
        (COMING, "2031-01-01", "2031-01-01"),
        (COUNT, " 20 ", 20),
        (COUNT, 20, 20),
        (COUNT, "all", "all"),
        (CHOICE, "yes", "yes"),
        (CHOICE, "", None),
        (USER, "U0NGOZI01", "U0NGOZI01"),
        (WHO, {"user": "U1", "rota": None}, {"user": "U1"}),
        (WHO, {"user": None, "rota": " AP rota "}, {"rota": "AP rota"}),
        (WHO, {"user": "", "rota": ""}, None),
        (WHOM, {"users": ["U1", "U2", "U1"]}, {"users": ["U1", "U2"]}),
        (WHOM, {"users": [], "rota": "clerks"}, {"rota": "clerks"}),
        (USER, None, None),
    ],
)
def test_kept(slot: Slot, raw: object, value: object) -> None:
    assert parse(slot, raw, ON) == value


@pytest.mark.parametrize(
    ("slot", "raw", "code"),
    [
        (TEXT, "x" * 21, "too_long"),
        (TEXT, 5, "not_text"),
        (DONE, "2026-11-25", "future_date"),
        (DONE, "2026-13-01", "not_a_date"),
        (DONE, "3 Nov", "not_a_date"),
        (DONE, "20261103", "not_a_date"),
        (DONE, "1026-11-03", "absurd_date"),
        (COMING, "9999-11-03", "absurd_date"),
        (COMING, "managed", "not_a_date"),
        (COUNT, "twenty", "not_a_number"),
        (COUNT, "20.5", "not_a_number"),
        (COUNT, True, "not_a_number"),
        (COUNT, 1.5, "not_a_number"),
        (COUNT, "0", "too_small"),
        (COUNT, "-3", "too_small"),
        (COUNT, "9" * 5000, "too_large"),
        (CHOICE, "maybe", "not_a_choice"),
        (CHOICE, ["yes"], "not_a_choice"),
        (USER, "ngozi", "not_a_user"),
        (USER, "U0NGOZI01\n<!channel>", "not_a_user"),
        (WHO, "U1", "not_who"),
        (WHO, {"user": "U1", "rota": "AP"}, "both_given"),
        (WHO, {"user": {"id": "U1"}}, "not_a_user"),
        (WHOM, {"users": ["U1", None]}, "not_a_user"),
        (WHOM, {"users": [f"U{n}" for n in range(21)]}, "too_many"),
    ],
)
def test_refused(slot: Slot, raw: object, code: str) -> None:
    assert parse(slot, raw, ON) == Refused(code)


def test_group_and_row_values_are_told_apart_from_refusals() -> None:
    values, refused = parse_group(REVIEW, None, {"reviewer": "U1", "share": "0", "strange": 1}, ON)
    assert values == {"reviewer": "U1"}
    assert refused == {"share": Refused("too_small")}
    raw = {"name": "key", "rotated_on": "2027-01-01", "version": "v1"}
    assert parse_group(DEPENDENCIES, "credential", raw, ON) == ({"name": "key"}, {"rotated_on": Refused("future_date")})
    assert parse_group(DEPENDENCIES, "unknown", raw, ON) == ({}, {})
    assert parse_group(REVIEW, "", raw, ON) == ({}, {})


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.sampled_from(["user", "users", "rota", "x"]), inner, max_size=4)
    ),
    max_leaves=8,
)


@given(st.sampled_from(ALL_SLOTS), JSON)
def test_never_raises_and_a_kept_value_is_kept_again(slot: Slot, raw: object) -> None:
    parsed = parse(slot, raw, ON)
    if not isinstance(parsed, Refused):
        assert parse(slot, parsed, ON) == parsed
