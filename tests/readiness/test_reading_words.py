"""What is read of covers, roles and names in the person's words, without what only repeats the label."""

from __future__ import annotations

import pytest

from bot.readiness.reading.cover_words import without_label
from tests.readiness.reading_help import NGOZI, PRIYA, TOM, entry, rows, slots

COVERS = [
    (
        "Working hours: alarms go to <#C0PILOTS1|pilots>, 9 to 17. Nights and weekends: it is switched off.",
        ("9 to 17, #pilots", "it is switched off"),
    ),
    (
        "Weekdays 8 to 17 alarms go to #ap-alerts; nights and weekends they go to the duty phone.",
        ("Weekdays 8 to 17, #ap-alerts", "the duty phone"),
    ),
    ("9 to 17 alarms go to #pilots", ("9 to 17, #pilots", None)),
    ("#pilots 9-17", ("#pilots 9-17", None)),
    ("9 to 5 somebody watches the channel", ("9 to 5 somebody watches the channel", None)),
    ("Tom covers nights, Ngozi covers days", ("Ngozi covers days", "Tom covers nights")),
    ("office hours 9-17 CET #ops, nights nobody, Tom is the backup", ("9-17 CET #ops", "nights nobody")),
    ("During office hours errors are posted in #ops", ("#ops", None)),
    ("weekends nobody, it waits until Monday", (None, "weekends nobody, it waits until Monday")),
    ("outside working hours - the on-call SRE", (None, "the on-call SRE")),
    ("24/7 via pagerduty", ("24/7 via pagerduty", "24/7 via pagerduty")),
    ("5-10 alarms go to #ops a week", (None, None)),
    ("2-8 people watch it", (None, None)),
    ("Is somebody there 9-17 in #ops?", (None, None)),
]


@pytest.mark.parametrize(("text", "expected"), COVERS)
def test_cover(text: str, expected: tuple[str | None, str | None]) -> None:
    found = slots("ownership", text)
    assert (found.get("cover_hours"), found.get("cover_off_hours")) == expected


@pytest.mark.parametrize(
    ("slot", "words"),
    [
        ("cover_off_hours", "Nights and weekends:"),
        ("cover_hours", "working hours"),
        ("cover_off_hours", "at night the duty phone"),
        ("cover_hours", "it goes to sleep"),
        ("cover_off_hours", "they go to the duty phone"),
    ],
)
def test_words_that_say_something_of_their_own_stay(slot: str, words: str) -> None:
    assert without_label(slot, words) == words


ME = ["that would be me", "So, that's me I think.", "It is me for now", "well this will be me"]


@pytest.mark.parametrize("text", ME)
def test_me_as_the_answer_to_who_owns_it(text: str) -> None:
    assert slots("ownership", text) == {"owner": PRIYA.id}


@pytest.mark.parametrize("text", ["that's me in the picture", "until then it's me", "that is Tom's key", "is that me?"])
def test_me_in_other_sentences_is_no_owner(text: str) -> None:
    assert "owner" not in slots("ownership", text)


@pytest.mark.parametrize("text", ["Tom covers nights", "Tom covers the weekends"])
def test_who_covers_hours_is_no_backup(text: str) -> None:
    assert "backup" not in slots("ownership", text)


@pytest.mark.parametrize(
    ("conversation", "asked", "text", "expected"),
    [
        ("replacement", "who", "the clerks", {"rota": "clerks"}),
        ("replacement", "who", "controller", {"rota": "controller"}),
        ("replacement", "who", "me", {"users": [PRIYA.id]}),
        ("replacement", "who", "Tom and Ngozi", {"users": [TOM.id, NGOZI.id]}),
        ("replacement", "who", "nobody", None),
        ("replacement", "who", "same as before", None),
        ("replacement", "who", "it depends on the day really", None),
        ("ownership", "owner", "that would be me", PRIYA.id),
        ("ownership", "owner", "the clerks", None),
    ],
)
def test_a_reply_that_is_but_a_role_or_me(conversation: str, asked: str, text: str, expected: object) -> None:
    assert slots(conversation, entry(text, asked=asked)).get(asked) == expected


def test_a_name_and_a_rate_is_who_reviews() -> None:
    assert slots("review", "Ngozi Okonkwo. 20 per day.") == {"reviewer": NGOZI.id, "share": 20, "every": "day"}
    assert slots("review", "Tom, 5 a week") == {"reviewer": TOM.id, "share": 5, "every": "week"}
    assert slots("review", "Tom. Ngozi reads 5 a week") == {"reviewer": NGOZI.id, "share": 5, "every": "week"}
    assert slots("review", "Ngozi, Tom, 20 per day") == {}


def test_when_to_switch_over_is_said_without_switching_over() -> None:
    words = "By hand in the old sheet. We switch over when it is down for a day, Ngozi decides."
    assert slots("replacement", words)["trigger"] == "when it is down for a day, Ngozi decides"


@pytest.mark.parametrize(
    ("words", "who"),
    [
        ("The clerks code by hand. Tom does it.", {"users": [TOM.id]}),
        ("The clerks code by hand.", {"rota": "clerks"}),
        ("The old sheet by hand. Tom and Ngozi handle that.", {"users": [TOM.id, NGOZI.id]}),
        ("The clerks code by hand. Would Tom do it?", {"rota": "clerks"}),
    ],
)
def test_who_does_it_by_name_says_more_than_a_role(words: str, who: object) -> None:
    assert slots("replacement", words)["who"] == who


@pytest.mark.parametrize(
    ("words", "what"),
    [
        ("It can happen that it invents a supplier and nobody sees it", "it invents a supplier"),
        ("Sometimes it drops rows and you wouldn't notice, Tom samples 20 each week", "it drops rows"),
    ],
)
def test_what_goes_wrong_is_said_bare(words: str, what: str) -> None:
    assert rows("failure", words)[0][1]["what"] == what


def test_only_that_it_is_loud_is_no_failure() -> None:
    assert rows("failure", "its loud, everybody sees an error, we restart") == []


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Tom Beard downloads the csv from the bank every morning", "the csv from the bank"),
        ("key is mine", "key"),
        ("a service account svc-sup that platform rotates every 60 days", "a service account svc-sup"),
        ("The contract database, maintained internally", "The contract database"),
        ("the model is gpt-4o-2024-08-06", "gpt-4o-2024-08-06"),
        ("sap export nightly", "sap export"),
        ("SAP nightly export, ours", "SAP nightly export"),
    ],
)
def test_a_dependency_is_called_by_its_name(words: str, name: str) -> None:
    assert rows("dependencies", words)[0][1]["name"] == name
