"""The readiness record: the words whole, nothing withdrawn, escaped, and the same text for the same facts."""

from __future__ import annotations

from bot.readiness.facts import FactKind
from bot.slack.pages.record import record
from bot.slack.pages.words.markdown import markdown, quote, table
from tests.readiness.pilots import BACKUP, BUILDER, OTHER, OWNER, TODAY, moment
from tests.readiness.pilots import record as facts
from tests.slack.factories import fact, reply, view

JUNK = "# Heading\n- item\n1. one\n<script>alert(1)</script> [x](javascript:y) | cell *b* _i_ `c` ![p](q) &amp;"


def test_it_has_every_part_in_order() -> None:
    text = record(view(facts()))
    heads = [line for line in text.split("\n") if line.startswith("#")]
    assert heads == [
        "# Readiness record: AP Invoice Coder", "## The verdict", "### What runs out by time alone", "## Who owns it?",
        "## What does it depend on?", "## How does it fail?", "## Who reviews the output?", "## What replaces it?",
        "## Incident playbook", "## Access", "## Tests", "## Swappable parts", "## History",
    ]  # fmt: skip
    assert "**Ready.** All seven checks are met." in text
    assert "| 1 | Owner | met |  |" in text
    assert "- the last access review, on 10 February 2027" in text
    assert "- Owner: Ngozi Okonkwo, said yes on 2 November 2026" in text


def test_it_is_the_same_for_the_same_facts() -> None:
    told = [reply("ownership", JUNK)]
    assert record(view(facts(), entries=told)) == record(view(facts(), entries=told))


def test_not_ready_says_what_is_missing() -> None:
    text = record(view(facts({("tests", "", "bad"): 0})))
    assert "**Not ready.** 6 of seven checks are met." in text
    assert "- **Tests.** There are no bad inputs among the test cases. Ngozi Okonkwo, since 2 November 2026" in text
    assert "| 6 | Tests | not yet | 2 November 2026 |" in text


def test_words_stand_verbatim_with_author_time_and_link() -> None:
    first = reply("ownership", "Ngozi owns it.\nTom steps in.", files=[{"name": "rota.pdf", "permalink": "https://x"}])
    text = record(view(facts(), entries=[first]), {first.ts: "https://acme.slack.com/p1(2)"})
    assert (
        "**Priya Raman**, 24 November 2026, 10:12 ([message](https://acme.slack.com/p1%282%29))\n\n"
        "> Ngozi owns it.\n> Tom steps in.\n\n- Attached: [rota.pdf](https://x)"
    ) in text


def test_withdrawn_words_are_not_in_it() -> None:
    gone = reply("review", "CONFIDENTIAL", state="withdrawn", withdrawn_by=BACKUP, withdrawn_at=moment(TODAY, 11))
    text = record(view(facts(), entries=[gone]))
    assert "CONFIDENTIAL" not in text
    assert (
        "*A message by Priya Raman of 24 November 2026, 10:12 was withdrawn by Tom Beard on 24 November 2026, 11:00.*"
    ) in text


def test_talk_is_not_in_it() -> None:
    assert "lunch" not in record(view(facts(), entries=[reply("review", "lunch?", state="talk")]))


def test_the_reason_of_a_no_is_not_in_it() -> None:
    no = fact(FactKind.DECLINED, OWNER, {"role": "owner", "reason": "PRIVATE"})
    text = record(view(facts(clicks=[no])))
    assert "PRIVATE" not in text
    assert "| 24 November 2026, 09:00 | Ngozi Okonkwo | said no (role: owner) |" in text


def test_people_cannot_write_markup() -> None:
    text = record(view(facts({("failure", "f1", "what"): JUNK}), entries=[reply("failure", JUNK)], name="A|B\n# C <b>"))
    assert text.startswith("# Readiness record: A\\|B \\# C \\<b\\>\n")
    assert "<script>" not in text
    assert "> \\# Heading\n> \\- item\n> 1\\. one\n> \\<script\\>" in text
    assert all(line.count("|") - line.count("\\|") in (0, 4, 5, 7) for line in text.split("\n"))


def test_forty_thousand_characters_are_whole() -> None:
    words = "word " * 8000
    assert words.strip() in record(view(facts(), entries=[reply("review", words)]))


def test_history_tells_who_and_when() -> None:
    more = [
        fact(FactKind.SHIPPED_ANYWAY, OTHER, {"why": "Auditors", "until": "2026-12-15", "second": OWNER}),
        fact(FactKind.NOT_YET, BUILDER, {"who": OTHER, "by_when": "2026-12-04"}, "review", hour=10),
    ]
    text = record(view(facts(more=more)))
    assert (
        "| 24 November 2026, 09:00 | Sipho Dube | decided to ship it anyway (why: Auditors; until: 2026-12-15; "
        "second: Ngozi "
        "Okonkwo) |"
    ) in text
    assert "| answered “not yet”, review of the output (by when: 2026-12-04; who: Sipho Dube) |" in text
    assert "Answered *Not yet* on 24 November 2026, 10:00 by Priya Raman." in text


def test_markdown_escapes_what_begins_a_line() -> None:
    assert markdown("- a\n12) b\n= c\n+ d") == "\\- a\n12\\) b\n\\= c\n\\+ d"
    assert quote("a\n\nb") == "> a\n>\n> b"
    assert table(["A", "B"], [["1", "2"]]) == "| A | B |\n| --- | --- |\n| 1 | 2 |"
