"""The words of *settings*: its two forms, what is said once they are saved, and what can't be kept. Merged into the
tables of ``outcomes``, ``refusals`` and ``forms.small_words``."""

from __future__ import annotations

WEEKDAYS = {"0": "Monday", "1": "Tuesday", "2": "Wednesday", "3": "Thursday", "4": "Friday"}
CADENCES = {
    "usual": "As usual: often at first, then every quarter",
    "weekly": "Every week",
    "two_weeks": "Every two weeks",
    "four_weeks": "Every four weeks",
    "quarterly": "Every quarter",
}
YES_NO = {"yes": "Yes", "no": "No"}
AS_CHANNEL = {"channel": "As the channel"}
"""What can be chosen."""

TITLES = {"settings": "Channel settings", "habits": "When to ask"}
SUBMITS: dict[str, str] = {}
_WHEN = {"weekday": "Asking day", "hour": "Hour", "cadence": "How often", "reminders": "Reminders"}
LABELS = {
    "settings": {
        **_WHEN,
        "zone": "Time zone of the pilots here",
        "country": "Public holidays of",
        "days_off": "Further days off",
    },
    "habits": _WHEN,
}
HINTS = {
    "settings": {
        "hour": "Where the person asked is.",
        "zone": "For the dates of pilots, such as Europe/Berlin. People are asked in their own zone.",
        "country": "A country or a part of it, such as Germany or DE-BY. Nobody is asked on its holidays.",
        "days_off": "A date or a range on each line: 2026-12-24, or 2026-12-24 to 2027-01-01.",
        "reminders": "On the last two days before a question closes, only to people who have not answered.",
    },
    "habits": {"hour": "Where the person asked is."},
}
SAYS = {
    "settings": "How owners in this channel are asked whether a pilot is still theirs. It holds from the next question "
    "on.",
    "habits": "{pilot}: what you choose here holds for it alone, from the next question on.",
}

OUTCOMES = {
    "habits_saved": "Saved: the question comes on a {weekday} at {at}, where its owner is.",
    "habits_saved_next": (
        "Saved: the question comes on a {weekday} at {at}, where its owner is. The next one is planned for {on}."
    ),
    "habits_saved_nobody": (
        "Saved: the question comes on a {weekday} at {at}, where its owner is. None is planned yet, since no owner has "
        "said yes."
    ),
}
REFUSALS = {
    "settings_need_channel": "Settings belong to a channel. Type the command in one of your channels.",
    "settings_without_bot": (
        "I'm not in this channel, so nobody is asked here yet. Type `/invite @Shipready`, then send your command again"
        "{command}."
    ),
    "zone_nearly": "Did you mean {near}? Type it like that.",
    "zone_unknown": "I know no time zone {words}. Put a continent and a city, such as Europe/Berlin.",
    "country_nearly": "Did you mean {near}? Type it like that.",
    "country_unknown": "I know no country {words}. Put its English name or its code, such as Germany or DE.",
    "country_has_no_parts": "I know no parts of {country}. Put the country alone.",
    "part_unknown": "I know no part {words} of that country. Some that I know: {known}.",
    "days_off_unclear": "I can't read {words}. Put 2026-12-24, or 2026-12-24 to 2027-01-01, each on its own line.",
    "days_off_backwards": "{words}: the last day comes before the first.",
    "days_off_too_far": "{words}: at most {days} days in one range, and not more than two years away.",
}
