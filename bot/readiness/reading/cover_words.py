"""The words of a cover without those that only repeat its label: "Working hours: alarms go to #ops, 9 to 17"."""

from __future__ import annotations

import re

_DAYS = r"(?:on\s|from\s)?(?:weekdays|every day|daily|werktags|mon[a-z]{0,5}\s?(?:-|–|to|till)\s?fri[a-z]{0,5})"
_CLOCK = r"\d{1,2}(?::\d\d)?\s?(?:[ap]m\b)?"
_ZONE = r"(?:\s(?:[A-Z]{2,4}T|UTC|GMT|WAT|uhr|local time))?"
_TIME = rf"(?:{_DAYS},?\s)?(?:from\s)?{_CLOCK}\s?(?:-|–|to|till|until)\s?{_CLOCK}{_ZONE}(?:,?\s{_DAYS})?"
_NIGHT, _WEEKEND = r"(?:nights?|evenings?|overnight)", r"weekends?"
_JOIN = r"\s?(?:and|&|/|,|or|\+)\s?(?:on\s|at\s|the\s){0,2}"
_HOURS = r"(?:(?:during|in|within|at)\s)?(?:the\s|our\s)?(?:working|business|office|support|normal)\s(?:hours|time)"
_LABELS = {
    "cover_hours": rf"(?:{_HOURS}(?:\s(?:is|are)\b)?|hours(?=\s?[:=]))",
    "cover_off_hours": (
        rf"(?:(?:on|at|in|during)\s)?(?:the\s)?(?:{_NIGHT}{_JOIN}{_WEEKEND}|{_WEEKEND}{_JOIN}{_NIGHT}"
        r"|(?:after|outside|out of|off)[- ](?:of )?(?:(?:office|working|business|support|those|these|the)[- ])?hours"
        r"|(?:after|beyond|outside) that|afterwards|ooh)"
    ),
}
_LEADS = {
    slot: re.compile(rf"^(?:and\s|then\s)?{words}(?!\w)\s?(?:[:=,]|[-–]\s)?\s*", re.I)
    for slot, words in _LABELS.items()
}
_GOES = (
    r"(?:(?:the|all|any)\s)?(?:(?:alarms?|alerts?|errors?|messages?|notifications?|they|everything|problems?)\s"
    r"(?:go|goes|lands?|comes?|arrives?|(?:is|are|gets?)\s(?:sent|posted|routed))|it\sgoes(?=\sto\s(?:the|a|an|our|#)))"
    r"\s(?:straight\s)?(?:to|into|in|on)\s"
)
_THEN_TIME = re.compile(rf"^{_GOES}(?P<where>[^,\n]{{1,200}}?),?\s(?P<time>{_TIME})$", re.I)
_TIME_THEN = re.compile(rf"^(?P<time>{_TIME}),?\s{_GOES}(?P<where>[^\n]+)$", re.I)
_ONLY_GOES = re.compile(rf"^{_GOES}(?P<where>.+)$", re.I | re.S)


def without_label(slot: str, said: str) -> str:
    """The person's words for ``cover_hours`` or ``cover_off_hours``, without the label they repeat and without "alarms
    go to", which it says already: "9 to 17, #ops". Nights alone are not nights and weekends, and stay."""
    lead = _LEADS[slot].match(said)
    rest = said[lead.end() :] if lead else said
    words = _hours_and_place(rest) if slot == "cover_hours" or lead else rest
    return words if any(character.isalnum() for character in words) else said


def _hours_and_place(said: str) -> str:
    both = _THEN_TIME.match(said) or _TIME_THEN.match(said)
    if both:
        return f"{both['time']}, {both['where']}"
    place = _ONLY_GOES.match(said)
    return place["where"] if place else said
