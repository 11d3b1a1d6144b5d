"""Every slot of the five conversations and the four gate forms, declared once for forms, pre-filling and rules."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What a slot holds (``facts.Value`` says how it is kept)."""

    USER = "user"
    USER_OR_ROTA = "user_or_rota"  # {"user": id} or {"rota": name}
    USERS_OR_ROTA = "users_or_rota"  # {"users": [id, …]} or {"rota": name}
    TEXT = "text"
    DATE = "date"
    NUMBER = "number"
    CHOICE = "choice"


@dataclass(frozen=True, slots=True)
class Slot:
    """One slot. ``word`` is a word that may stand in place of the date or number. ``more``: optional, behind *More*.
    ``done``: the date of something done, never after the day it is saved. ``when``: needed only if another slot of the
    same row or group has this value."""

    name: str
    kind: Kind
    required: bool = True
    more: bool = False
    choices: tuple[str, ...] = ()
    word: str = ""
    done: bool = False
    when: tuple[str, str] | None = None
    minimum: int = 0
    maximum_length: int = 500


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of a group: their slots by kind of row (the key "" without kinds) and the prefix of new ids."""

    prefix: str
    slots: dict[str, tuple[Slot, ...]]


@dataclass(frozen=True, slots=True)
class Group:
    """A conversation or a gate form: its own slots and, where it has them, its rows."""

    key: str
    slots: tuple[Slot, ...] = ()
    rows: Rows | None = None


YES_NO = ("yes", "no")
STABILITY = ("internal", "contract", "none")
SIGNALS = (
    "alert_reaches_person",
    "person_checks_on_schedule",
    "check_blocks_it",
    "somebody_complains",
    "nothing_shows_it",
)
LOUDNESS = ("loud", "quiet", "invisible")
EVERY = ("each_item", "day", "week", "month", "other_days")
ACCOUNTS = ("service_limited", "service_admin", "a_persons")
STARTS_ON = ("every_change", "code_changes_only", "by_hand")
POINTS = ("model", "data_source", "destination", "credentials")

_NAMED = (
    Slot("name", Kind.TEXT),
    Slot("stability", Kind.CHOICE, choices=STABILITY),
    Slot("until", Kind.DATE, when=("stability", "contract")),
)
_MORE = (
    Slot("held_by", Kind.USER, required=False, more=True),
    Slot("if_gone", Kind.TEXT, required=False, more=True),
)
_DEPENDENCY_ROWS = {
    "data": (*_NAMED, Slot("by_hand", Kind.CHOICE, choices=YES_NO), *_MORE),
    "model": (
        *_NAMED,
        Slot("version", Kind.TEXT),
        Slot("pinned", Kind.CHOICE, choices=YES_NO),
        Slot("retires_on", Kind.DATE, word="none_announced"),
        *_MORE,
        Slot("successor", Kind.TEXT, required=False, more=True),
    ),
    "credential": (
        *_NAMED,
        Slot("rotated_on", Kind.DATE, word="managed", done=True),
        *_MORE,
        Slot("rotate_every_days", Kind.NUMBER, required=False, more=True, minimum=1),
    ),
    "person": (*_NAMED, Slot("deputy", Kind.USER), *_MORE),
    "other": (*_NAMED, *_MORE),
}

OWNERSHIP = Group(
    "ownership",
    (
        Slot("owner", Kind.USER),
        Slot("backup", Kind.USER),
        Slot("cover_hours", Kind.TEXT),
        Slot("cover_off_hours", Kind.TEXT),
    ),
)
DEPENDENCIES = Group("dependencies", rows=Rows("d", _DEPENDENCY_ROWS))
FAILURE = Group(
    "failure",
    (Slot("plan", Kind.TEXT), Slot("drilled_on", Kind.DATE, required=False, more=True, done=True)),
    Rows(
        "f",
        {
            "": (
                Slot("loudness", Kind.CHOICE, choices=LOUDNESS),
                Slot("what", Kind.TEXT),
                Slot("signal", Kind.CHOICE, choices=SIGNALS),
                Slot("first_action", Kind.TEXT),
                Slot("who", Kind.USER_OR_ROTA),
            )
        },
    ),
)
REVIEW = Group(
    "review",
    (
        Slot("reviewer", Kind.USER),
        Slot("share", Kind.NUMBER, word="all", minimum=1),
        Slot("every", Kind.CHOICE, choices=EVERY),
        Slot("every_days", Kind.NUMBER, when=("every", "other_days"), minimum=1),
        Slot("last_on", Kind.DATE, done=True),
    ),
)
REPLACEMENT = Group(
    "replacement",
    (
        Slot("path", Kind.TEXT),
        Slot("who", Kind.USERS_OR_ROTA),
        Slot("trigger", Kind.TEXT),
        Slot("tried_on", Kind.DATE, done=True),
        Slot("nothing_needed", Kind.CHOICE, required=False, choices=("yes",)),
        Slot("cost", Kind.TEXT, required=False, more=True),
    ),
)
PLAYBOOK = Group(
    "playbook",
    (
        Slot("detection", Kind.TEXT),
        Slot("audit", Kind.TEXT),
        Slot("retention_days", Kind.NUMBER, minimum=1),
        Slot("sanitisation", Kind.TEXT),
        Slot("look_back_days", Kind.NUMBER, minimum=1),
        Slot("look_back_reason", Kind.TEXT),
    ),
)
ACCESS = Group(
    "access",
    (Slot("reviewed_on", Kind.DATE, required=False, done=True),),
    Rows(
        "h",
        {
            "": (
                Slot("hop", Kind.TEXT),
                Slot("account", Kind.CHOICE, choices=ACCOUNTS),
                Slot("logged", Kind.CHOICE, choices=YES_NO),
                Slot("checked", Kind.CHOICE, choices=YES_NO),
            )
        },
    ),
)
TESTS = Group(
    "tests",
    (
        Slot("where", Kind.TEXT),
        Slot("in_version_control", Kind.CHOICE, choices=YES_NO),
        Slot("good", Kind.NUMBER, minimum=0),
        Slot("bad", Kind.NUMBER, minimum=0),
        Slot("starts_on", Kind.CHOICE, choices=STARTS_ON),
        Slot("last_run", Kind.TEXT),
        Slot("last_run_on", Kind.DATE, done=True),
    ),
)
AGNOSTIC = Group(
    "agnostic",
    rows=Rows(
        "c",
        {
            "": (
                Slot("point", Kind.CHOICE, choices=POINTS),
                Slot("setting", Kind.TEXT),
                Slot("last_swapped", Kind.DATE, required=False, more=True, done=True),
            )
        },
    ),
)

CONVERSATIONS: tuple[Group, ...] = (OWNERSHIP, DEPENDENCIES, FAILURE, REVIEW, REPLACEMENT)
FORMS: tuple[Group, ...] = (PLAYBOOK, ACCESS, TESTS, AGNOSTIC)
GROUPS: dict[str, Group] = {group.key: group for group in (*CONVERSATIONS, *FORMS)}

GATES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("owner", ("ownership",)),
    ("dependencies", ("dependencies",)),
    ("failure_modes", ("failure", "replacement")),
    ("playbook", ("playbook", "review")),
    ("access", ("access",)),
    ("tests", ("tests",)),
    ("agnostic", ("agnostic",)),
)
"""The seven gates in their order, each with the groups that feed it (MODEL: Seven gates)."""

PREFILLED_ROWS = {"access": ("data", "model"), "agnostic": ("data", "model", "credential")}
"""Which dependency rows become a row of the form; its id there is the dependency's row id. Both forms add
``destination``; agnostic adds the bare point (``model``, ``data_source``, ``credentials``) where no dependency row has
it."""
