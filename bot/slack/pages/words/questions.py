"""The five questions and their examples. ``{pilot}`` is the pilot's name, ``{builder}`` who built it,
``{builder_who}`` the same with *who built it* behind a name (all escaped)."""

from __future__ import annotations

ASKS = {
    "ownership": (
        "It is Tuesday, 9:40, and {pilot} is getting things wrong: whose job is it to act? Name that person, whoever "
        "steps "
        "in when they are away, and where an alarm goes at night. I ask both of them, and neither counts until they "
        "have "
        "said yes."
    ),
    "dependencies": (
        "What would stop it by going away: which data, which model and version, which keys or accounts, which person? "
        "For "
        "each, say whether it is our own, under contract until some date, or nobody's promise. Files that somebody "
        "moves by "
        "hand count, and so does a login borrowed from a colleague."
    ),
    "failure": (
        "Think of a fault everyone would see, one that only a careful reader would see, and one that stays hidden "
        "until it "
        "has cost something. How does each come to light, what is done first, who does it, and where is the plan? If "
        "nothing would show the hidden one today, write just that."
    ),
    "review": (
        "Apart from {builder_who}: who looks at what it produces, how much of it, and how often? May that "
        "person "
        "stop it without asking first? I let them confirm it themselves."
    ),
    "replacement": (
        "It goes away tonight and is back in a week: what happens instead, and who does it? Say when you would switch "
        "over, "
        'and when someone last really worked that way. "We\'d wait" is complete too, if somebody other than '
        "{builder} agrees."
    ),
}

EXAMPLES = {
    "ownership": (
        "Ilse Brandt runs the rota planner, Marek Novy when she is off. Weekdays 8 to 18 in #rota-alarms; after that "
        "the duty "
        "phone, and duty may switch it off."
    ),
    "dependencies": (
        "Bookings table, ours, platform team. Model m-small-2026-05, contract to 31 March 2028. Account rota-svc, key "
        "changed "
        "3 September. No one's own login."
    ),
    "failure": (
        "Seen by all: planner is down, alarm after 5 minutes, Marek restarts. Easy to miss: a double shift, the "
        "nightly check "
        "mails Ilse, she corrects it. Hidden: night staff get too few hours; payroll compares each month and tells "
        "Ilse, who "
        "stops the planner. Plan: the page Rota planner down."
    ),
    "review": "Dana Ruiz reads 15 of about 200 rotas each Monday and may switch it off. Last Monday: one wrong.",
    "replacement": (
        "Team leads plan by hand in the old sheet, two hours a day each. We switch after half a day; Ilse decides. "
        "Last done "
        "4 to 6 August."
    ),
}
