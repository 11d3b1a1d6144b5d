"""Taking a shared pilot through the bot as people would: answers as replies, slots saved through the forms."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date, datetime, time
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from bot.sandbox.person import Person
from tests.conversations.stage import Json, Stage, stage

DATA = Path(__file__).resolve().parents[1] / "data" / "pilots.json"
PILOTS: dict[str, Json] = {pilot["id"]: pilot for pilot in json.loads(DATA.read_text(encoding="utf-8"))["pilots"]}
CONVERSATIONS = ("ownership", "dependencies", "failure", "review", "replacement")
FORMS = ("playbook", "access", "tests", "agnostic")
CLICKED = {"accepted", "confirmed_on", "may_stop", "agreed_by", "agreed_on", "saved_by", "saved_on", "rows"}
DERIVED = {"id", "of", "point", "kind", "saved_by", "saved_on"}


class ByHand:
    """One shared pilot on a stage; ``moves`` are what people do, in the order of their dates."""

    def __init__(self, on: Stage, pilot: Json) -> None:
        self.stage = on
        self.pilot = pilot
        self.channel = pilot["channel"].removeprefix("#")
        self.zone = ZoneInfo(pilot["timezone"])
        self.slots: Mapping[str, Any] = pilot["slots"]
        self.starter = self.slots["builder"].get("user") or self.slots["builder"]["saved_by"]
        self.card: Json = {}

    def person(self, user: str) -> Person:
        return self.stage.person(user)

    def at(self, day: str, hour: int = 12) -> None:
        """Move everybody's clock to an hour of the day, in the channel's zone (never back)."""
        moment = datetime.combine(date.fromisoformat(day), time(hour), self.zone)
        if moment > datetime.fromisoformat(self.stage.driver.get("state")["now"]):
            self.stage.set_clock(moment)

    def play(self) -> None:
        """Everything that these people did, day by day."""
        moves = sorted(self._moves(), key=lambda move: move[0])
        self.at(moves[0][0][0], 9)
        self.start()
        for (day, _), name, args in moves:
            self.at(day)
            getattr(self, name)(*args)
        self.at(self.pilot["as_of"], 13)

    def start(self) -> None:
        self.person(self.starter).command(f"/shipready start {self.pilot['name']}", self.channel)
        self.card = self.stage.card(self.pilot["name"], self.channel)
        self.stage.in_thread(self.card, "1 of 5")
        text = self.slots["builder"].get("text")
        if text:
            person = self.person(self.starter)
            person.press(self.stage.card(self.pilot["name"], self.channel), "change_details")
            self.stage.driver.wait_for(person.modal)
            person.submit({"builder": None, "builder.text": text})

    def _moves(self) -> Iterator[tuple[tuple[str, int], str, tuple[Any, ...]]]:
        for order, key in enumerate((*CONVERSATIONS, *FORMS)):
            day = self.slots[key]["saved_on"]
            if key in ("access", "agnostic"):  # their rows are made from the dependencies, which must be there first
                day = max(day, self.slots["dependencies"]["saved_on"])
            if key in CONVERSATIONS:
                yield (day, order * 10), "reply", (key,)
            yield (day, order * 10 + 1), "save", (key,)
        for role, day in self.slots["ownership"]["accepted"].items():
            if day:
                yield (day, 900), "accept", (self.slots["ownership"][role], role)
        review = self.slots["review"]
        if review.get("confirmed_on"):
            yield (review["confirmed_on"], 901), "accept", (review["reviewer"], "reviewer")
        for person in self.pilot["people"]:
            if person.get("inactive_since") and person["slack_id"] != self.pilot["builder"]["slack_id"]:
                yield (person["inactive_since"], 0), "leave", (person["slack_id"],)

    def leave(self, user: str) -> None:
        self.person(user).change(deleted=True)
        self.stage.driver.idle()

    def accept(self, user: str, role: str) -> None:
        person = self.person(user)
        request = self.stage.driver.wait_for(lambda: self._request(person, role))
        assert person.press(request, "accept")["ok"]

    @staticmethod
    def _request(person: Person, role: str) -> Json | None:
        """The latest direct message that asks the person for the role."""
        for message in reversed(person.dm_messages()):
            elements = [element for block in message["blocks"] for element in block.get("elements", [])]
            if any(one.get("action_id") == "accept" and one["value"].split(":")[1] == role for one in elements):
                return message
        return None

    def reply(self, conversation: str) -> None:
        answer = next(one for one in self.pilot["answers"] if one["conversation"] == conversation)
        author = self.person(answer.get("author") or self.starter)
        said = author.say(self.channel, answer["text"], thread_ts=self.card["ts"], raw=True)
        self.stage.driver.wait_for(lambda: self._settled(said["ts"]))

    def _settled(self, ts: str) -> bool:
        message = next(one for one in self.stage.thread(self.card) if one["ts"] == ts)
        return any(reaction["name"] == "white_check_mark" for reaction in message.get("reactions", []))

    def save(self, group: str) -> None:
        """Open the group's form, save its rows one by one, then its own slots."""
        slots = self.slots[group]
        person = self.person(slots["saved_by"])
        self._open(person, group)
        for row in slots.get("rows", []):
            self._save_row(person, group, row)
        own = {name: value for name, value in slots.items() if name not in CLICKED and value is not None}
        self._more(person, own)
        typed = self._typed(person, slots, CLICKED)
        result = person.submit(typed)
        if result.get("error") == "form_errors":  # who cannot hold the role is refused at the field: it stays empty
            result = person.submit({**typed, **dict.fromkeys(result["errors"])})
        assert result["ok"], (group, result)
        person.close(everything=True)

    def _open(self, person: Person, group: str) -> None:
        assert person.press(self.stage.thread(self.card)[0], "see_checks")["ok"]
        self.stage.driver.wait_for(person.modal)
        if group in CONVERSATIONS or group in FORMS:
            assert person.press_in_modal("open_form", self._value(person, group))["ok"]
        self.stage.driver.wait_for(lambda: (person.modal() or {}).get("callback_id") == f"form:{group}")

    @staticmethod
    def _value(person: Person, group: str) -> str:
        modal = person.modal() or {}
        for block in modal["blocks"]:
            for element in [*block.get("elements", []), block.get("accessory") or {}]:
                if element.get("action_id") == "open_form" and element["value"].endswith(f":{group}"):
                    return str(element["value"])
        raise AssertionError(f"no button opens {group}")

    def _save_row(self, person: Person, group: str, row: Json) -> None:
        if group in ("dependencies", "failure"):
            assert person.press_in_modal("add_row", row.get("kind"))["ok"]
        else:
            assert person.press_in_modal("edit_row", row.get("of") or row["point"])["ok"]
        self.stage.driver.wait_for(lambda: (person.modal() or {}).get("callback_id") == f"row:{group}")
        self._more(person, row)
        result = person.submit(self._typed(person, row, DERIVED))
        assert result["ok"], (group, row, result)

    def _more(self, person: Person, wanted: Json) -> None:
        """Press *More fields* when a value has no field yet."""
        shown = {action for actions in person.modal_values().values() for action in actions}
        if any(
            name not in shown for name, value in wanted.items() if value is not None and name not in CLICKED | DERIVED
        ):
            person.press_in_modal("more_fields")

    @staticmethod
    def _typed(person: Person, wanted: Json, left_out: set[str]) -> Json:
        """What to put into each input, found by its action_id and the kind of its element."""
        values: Json = {}
        for block in (person.modal() or {})["blocks"]:
            if block["type"] == "input":
                name = block["element"]["action_id"]
                values[block["block_id"]] = _value_for(block, None if name in left_out else wanted.get(name), wanted)
        return values


def _value_for(block: Json, value: Any, wanted: Json) -> Any:
    element, block_id = block["element"], block["block_id"]
    if element["type"] == "checkboxes":
        offered = [option["value"] for option in element["options"]]
        if "checked" in offered:
            return [name for name in offered if wanted.get(name) == "yes"]
        return [value] if value in offered else []
    if isinstance(value, dict):
        if block_id.endswith(".rota"):
            return value.get("rota")
        people = value.get("users") or ([value["user"]] if "user" in value else [])
        return people if element["type"] == "multi_users_select" else (people[0] if people else None)
    if block_id.endswith(".rota"):
        return None
    if element["type"] == "datepicker":
        return value if isinstance(value, str) and value[:1].isdigit() else None
    if element["type"] == "number_input":
        return str(value) if isinstance(value, int) else None
    if element["type"] == "multi_users_select":
        return []
    return value


def workspace_of(pilot: Json) -> Json:
    """The pilot's people and its channel, as the sandbox takes them."""
    people = [
        {"id": one["slack_id"], "name": one["slack_id"].lower(), "real_name": one["name"], "tz": one.get("tz", "UTC")}
        for one in pilot["people"]
    ]
    named = {person["id"] for person in people}
    extra = {"U0MARTA01": "Marta Ruiz"} if "U0MARTA01" in json.dumps(pilot["slots"]) else {}
    people += [
        {"id": user, "name": user.lower(), "real_name": name} for user, name in extra.items() if user not in named
    ]
    members = [person["id"] for person in people if person["id"] != "U0EXT0001"]
    channel = {"id": "C0PILOT01", "name": pilot["channel"].removeprefix("#"), "members": [*members, "bot"]}
    return {"team": {"id": "T0SHARED", "name": "Example", "domain": "example"}, "people": people, "channels": [channel]}


@contextmanager
def by_hand(directory: Path, pilot: Json) -> Iterator[ByHand]:
    """A stage with the pilot's people, the clock at its first day."""
    first = min(str(group["saved_on"]) for group in pilot["slots"].values())
    begin = datetime.combine(date.fromisoformat(first), time(8), ZoneInfo(pilot["timezone"]))
    with stage(directory, workspace_of(pilot), now=begin) as on:
        yield ByHand(on, pilot)
