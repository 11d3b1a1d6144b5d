"""What stands at a moment: slots, rows, groups and everything else that the rules look at. Nothing is judged here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.readiness.facts import Fact, MemberState, Value


@dataclass(frozen=True, slots=True)
class Held:
    """A slot's value: ``fact`` is its latest save (or the withdrawal that emptied it), ``since`` the one with which its
    present value began to stand (None: that of ``fact``). ``to_confirm``: an edited message reads otherwise."""

    value: Value
    fact: Fact
    to_confirm: bool = False
    since: Fact | None = None

    @property
    def known(self) -> Fact:
        """The fact with which the present value became known; saving the same again makes it no newer."""
        return self.since or self.fact


@dataclass(frozen=True, slots=True)
class RowState:
    """A row of a group; ``saved`` is its last save, ``first`` its first."""

    id: str
    slots: Mapping[str, Held]
    saved: Fact
    first: Fact

    def value(self, slot: str) -> Value:
        """The slot's value, None where nothing was saved."""
        held = self.slots.get(slot)
        return held.value if held else None


@dataclass(frozen=True, slots=True)
class GroupState:
    """A conversation or form. ``saved`` is the latest save of anything in it; a later save takes ``not_yet`` back."""

    key: str
    saved: Fact | None = None
    first_saved: Fact | None = None
    not_yet: Fact | None = None
    thin: bool = False
    slots: Mapping[str, Held] = field(default_factory=dict)
    rows: Mapping[str, RowState] = field(default_factory=dict)

    def value(self, slot: str) -> Value:
        """The value of a slot of the group itself, None where nothing was saved."""
        held = self.slots.get(slot)
        return held.value if held else None


@dataclass(frozen=True, slots=True)
class Member:
    """What an account is (``state``, known by ``fact``), and every fact about it, oldest first."""

    state: MemberState
    fact: Fact
    history: tuple[Fact, ...] = ()


@dataclass(frozen=True, slots=True)
class State:
    """What stands at a moment.

    ``groups``: the nine keys of ``slots.GROUPS``, always all. ``builder``: ``{"user": id}`` or ``{"text": words}``;
    ``builder_user``: the id, "" for a text. ``lead``: user id. ``members``: by user id, only accounts heard of.
    ``answers``: by role (owner, backup, reviewer) every yes, no and "given" click, oldest first. ``agreed``: clicks
    that nothing needs to replace it. ``checkins``: lapsed and confirmed ones. ``changes``: what makes an earlier test
    run out of date. ``nothing_changed``: those clicks. ``dependency_ids``: every dependency row id that ever was.
    """

    groups: Mapping[str, GroupState]
    builder: Value
    builder_user: str
    lead: str
    members: Mapping[str, Member] = field(default_factory=dict)
    answers: Mapping[str, tuple[Fact, ...]] = field(default_factory=dict)
    agreed: tuple[Fact, ...] = ()
    checkins: tuple[Fact, ...] = ()
    changes: tuple[Fact, ...] = ()
    nothing_changed: tuple[Fact, ...] = ()
    dependency_ids: frozenset[str] = frozenset()

    def is_active(self, user: str) -> bool:
        """Whether the account is known to be an active full member (an account never heard of is not)."""
        member = self.members.get(user)
        return member is not None and member.state is MemberState.ACTIVE
