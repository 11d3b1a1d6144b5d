"""The sentence for each finding, and the line that says who can change it and since when (COPY 5)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from bot.readiness.codes import Code
from bot.readiness.facts import Value
from bot.readiness.findings import Finding, Lapse
from bot.slack.pages import standing
from bot.slack.pages.blocks import escape
from bot.slack.pages.words import sentences as said
from bot.slack.pages.words.checks import CHECKS, NOT_YET
from bot.slack.pages.words.dates import day, iso_day
from bot.slack.pages.words.labels import CHOICES, LABELS
from bot.slack.pages.words.missing import MISSING, NOT_ANSWERED
from bot.slack.pages.words.people import joined, people, person, short
from bot.slack.pages.words.rows import row_name
from bot.work.view import View

LONGEST = 80
"""Characters of a value inside a sentence."""


def sentence(finding: Finding, view: View) -> str:
    """A calm sentence about the finding, escaped. Raises ``KeyError`` for a code or slot that has no words."""
    finding = standing.as_asked(view, finding)
    template = _template(finding)
    text = template.format_map(_fields(finding, view))
    return f"{text[:1].upper()}{text[1:]}"


def line(finding: Finding, view: View, but: Sequence[str] = ()) -> str:
    """The sentence, who can change it (unless they are ``but``), since when (unless today).

    ``… has no log. *Sipho Dube*, since 18 November (in a reply)``
    """
    return f"{sentence(finding, view)} {_tail(finding, view, but)}".rstrip()


def lines(findings: Sequence[Finding], view: View, but: Sequence[str] = ()) -> list[str]:
    """A line for each; where several in a row end alike, only the last of them says so."""
    tails = [_tail(finding, view, but) for finding in findings]
    shown = [tail if tail != after else "" for tail, after in zip(tails, [*tails, ""][1:], strict=True)]
    return [f"{sentence(finding, view)} {tail}".rstrip() for finding, tail in zip(findings, shown, strict=True)]


def _tail(finding: Finding, view: View, but: Sequence[str]) -> str:
    finding = standing.as_asked(view, finding)
    who = "" if finding.who == tuple(but) else people(view, finding.who, most=2)
    told = finding.since and finding.since != view.today and "{since}" not in _template(finding)
    since = f"since {day(finding.since, view.today)}" if finding.since and told else ""
    source = " (in a reply)" if since and finding.cause and finding.cause.cites else ""
    return f"*{who}*{', ' if since else ''}{since}{source}" if who else f"{since[:1].upper()}{since[1:]}{source}"


def runs_out(code: str, group: str, row: str, view: View) -> str:
    """What it is that runs out, for the middle of a sentence."""
    return said.RUNS_OUT[Code(code)].format(row=row_name(view, group, row))


def lapse_line(lapse: Lapse, view: View) -> str:
    """``the gateway key, on 1 February``."""
    return f"{runs_out(lapse.code, lapse.group, lapse.row, view)}, on {day(lapse.on, view.today)}"


def _template(finding: Finding) -> str:
    special = SPECIAL.get(Code(finding.code))
    return special(finding) if special else said.SENTENCES[Code(finding.code)]


def _by(table: Mapping[str, str], name: str) -> Callable[[Finding], str]:
    """The template for one of the slot's choices, which stands under its name or as ``value``."""
    return lambda finding: table[str(finding.values.get(name, finding.values.get("value")))]


def _by_slot(table: Mapping[str, str]) -> Callable[[Finding], str]:
    return lambda finding: table[finding.slot]


def _not_accepted(finding: Finding) -> str:
    asked = said.ASKED_AGAIN if finding.values.get("again") else said.NOT_ACCEPTED
    return asked[finding.slot] + (said.NEEDS_BACKUP if finding.values.get("owner_is_builder") else "")


def _not_yet(finding: Finding) -> str:
    until = " It is planned for {by_when}." if finding.values.get("by_when") else ""
    return f"{NOT_YET[finding.group]}.{until}"


def _access_review(finding: Finding) -> str:
    return said.ACCESS_NOT_REVIEWED if finding.values.get("reviewed_on") else said.ACCESS_NEVER_REVIEWED


def _runs_out(finding: Finding) -> str:
    return said.RUNS_OUT[Code(str(finding.values["code"]))] + " runs out on {on}."


SPECIAL: Mapping[Code, Callable[[Finding], str]] = {
    Code.NOT_ANSWERED: lambda finding: NOT_ANSWERED[finding.group],
    Code.NOT_YET: _not_yet,
    Code.MISSING: lambda finding: MISSING[finding.group][finding.slot],
    Code.NOT_ACCEPTED: _not_accepted,
    Code.DECLINED: _by_slot(said.DECLINED),
    Code.ACCOUNT_NOT_ACTIVE: _by(said.NOT_ACTIVE, "state"),
    Code.NO_ROW_OF_KIND: _by(said.NO_ROW_OF_KIND, "kind"),
    Code.SIGNAL_TOO_WEAK: _by(said.SIGNAL_TOO_WEAK, "signal"),
    Code.NOT_LIMITED: _by(said.NOT_LIMITED, "account"),
    Code.NOT_ON_EVERY_CHANGE: _by(said.NOT_ON_EVERY_CHANGE, "starts_on"),
    Code.ACCESS_NOT_REVIEWED: _access_review,
    Code.RUNS_OUT: _runs_out,
}
"""How the template is chosen for codes whose words depend on a slot or a value."""


class _Fields(dict[str, str]):
    """The fields of a template; what the finding does not say is left open instead of failing."""

    def __missing__(self, key: str) -> str:
        return "an unknown date" if key.endswith(("_on", "until")) else "not known"


def _fields(finding: Finding, view: View) -> _Fields:
    fields = _Fields({name: _word(view, name, value) for name, value in finding.values.items() if value is not None})
    fields["row"] = row_name(view, finding.group, finding.row) if finding.row else "it"
    fields["label"] = LABELS.get(finding.group, {}).get(finding.slot, "this answer")
    if finding.since:
        fields["since"] = day(finding.since, view.today)
    return fields


def _word(view: View, name: str, value: Value) -> str:
    if isinstance(value, Mapping):
        return escape(short(str(value.get("rota") or ""), LONGEST))
    text = str(value)
    if name == "user" or text in view.people:
        return person(view, text)
    if name == "gates":
        return joined([CHECKS[gate] for gate in text.split(",") if gate in CHECKS])
    known = CHOICES.get(name, {}).get(text)
    return known or escape(short(iso_day(text, view.today), LONGEST))
