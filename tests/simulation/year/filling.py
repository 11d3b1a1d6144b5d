"""Forms that a press has opened: filled in shortly, sent, and closed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import timedelta
from random import Random

from tests.simulation.ledger import Json
from tests.simulation.year.diary import Diary, Pressed
from tests.simulation.year.town import Town

DATES = ("rotated_on", "last_on", "tried_on", "last_run_on", "reviewed_on")
MOST_FORMS = 4


def fill(town: Town, diary: Diary, who: str, random: Random) -> None:
    """Fill in whatever is open for somebody."""
    person = town.driver.person(who)
    for _ in range(MOST_FORMS):
        form = town.modal(who)
        if form is None:
            return
        kind = form["callback_id"]
        diary.pressed.append(Pressed(town.clock.now(), who, f"form:{kind}", "", taken=True))
        outcome = person.submit(_values(town, form, who, random))
        if not outcome.get("ok") or outcome.get("errors"):
            break
    if town.modal(who) is not None:
        person.close(everything=True)


def _values(town: Town, form: Json, who: str, random: Random) -> Json:
    make = FORMS.get(form["callback_id"].partition(":")[0])
    fields = {one["block_id"] for one in form["blocks"] if one["type"] == "input"}
    wanted = make(town, random) if make else {}
    if wanted.get("user") == who:
        del wanted["user"]  # nobody offers it to themselves by this form: that would be a yes without a press
    short = {field.rpartition(".")[2]: field for field in fields}
    return {short[name]: value for name, value in wanted.items() if name in short}


def _change(town: Town, random: Random) -> Json:
    choice = random.choices(["changed", "hand_over", "not_mine"], [6, 3, 1])[0]
    what = random.choice(["model", "data", "incident", "fallback"])
    return {"change": choice, "what": what, "words": "As it says.", "user": _somebody(town, random)}


def _away(town: Town, random: Random) -> Json:
    until = town.clock.now().date() + timedelta(days=random.randrange(1, 14))
    return {"until": until.isoformat()}


def _dates(town: Town, _random: Random) -> Json:
    yesterday = (town.clock.now().date() - timedelta(days=1)).isoformat()
    return dict.fromkeys(DATES, yesterday)


def _hand_over(town: Town, random: Random) -> Json:
    return {"user": _somebody(town, random)}


def _incident(town: Town, _random: Random) -> Json:
    return {
        "what": "It was wrong for a day.",
        "since": town.clock.now().date().isoformat(),
        "light": "Somebody saw it.",
    }


def _somebody(town: Town, random: Random) -> str:
    people = sorted(user for user in town.sandbox.world.space.people if user.startswith("U0YEAR0"))
    return random.choice(people)


FORMS: Mapping[str, Callable[[Town, Random], Json]] = {
    "change": _change,
    "away": _away,
    "row": _dates,
    "form": _dates,
    "hand_over": _hand_over,
    "incident": _incident,
}
"""What is filled in, by the form's name (up to its colon); any other is sent as it is."""
