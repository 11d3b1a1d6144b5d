"""Status, list, help and App Home."""

from __future__ import annotations

from bot.readiness.facts import FactKind
from bot.records.outcomes import PLACE
from bot.slack.pages.help import help_all, help_kept, help_page, help_ready, unknown
from bot.slack.pages.home import home
from bot.slack.pages.listing import listing
from bot.slack.pages.status import status
from bot.slack.pages.words.holds import HOLDS
from tests.readiness.pilots import BACKUP, GONE, OTHER, OWNER, REVIEWER, SOUND, accepted, record
from tests.slack.factories import fact, question, reply, view
from tests.slack.limits import check_message

COMMANDS = ["start", "status", "list", "owner", "backup", "reviewer", "record", "ship", "retire", "help"]
NO_TESTS = {("tests", "", "bad"): 0}
NO_BACKUP = [accepted("owner", OWNER), accepted("reviewer", REVIEWER)]
WORDS = "Words that choose: blocked, ready, live, all, everywhere"


def test_status_says_everything_to_the_reader_alone() -> None:
    text = status(view(record(NO_TESTS, clicks=NO_BACKUP), floor=True)).text
    assert text.startswith(
        "*AP Invoice Coder*\n*Not ready yet.* Five of the seven checks are met.\nWaiting for Tom Beard (stepping "
        "in).\n"
        "Owner: Ngozi Okonkwo · Steps in: Tom Beard (no yes yet) · Reviewer: Emeka Obi · Lead: Priya Raman\n"
        "*The five questions*\nWho owns it? still missing something\nWhat does it depend on? complete\n"
    )
    assert (
        "*Tests* · not yet\nThere are no bad inputs among the test cases. *Ngozi Okonkwo*, since 2 November\n" in text
    )
    assert text.endswith("\n[See the checks] [More]\n24 November 2026, 14:05 · Only you see this")


def test_status_of_questions_under_way() -> None:
    noted = fact(FactKind.NOT_YET, OWNER, {"who": None, "by_when": None}, "replacement")
    gone = {place: GONE for place in SOUND if place[0] != "tests"}
    rows = [question("dependencies", "open"), question("failure", "parked"), question("review", "parked", asked=BACKUP)]
    told = [reply("ownership", f"Owner: <@{OWNER}>")]
    text = status(
        view(record(gone, more=[noted], clicks=[]), questions=rows, entries=told, question="dependencies")
    ).text
    assert "Who owns it? read, not saved\nWhat does it depend on? open now\nHow does it fail? parked\n" in text
    assert "Who reviews the output? parked · asked: Tom Beard\nWhat replaces it? not yet\n" in text


def test_status_of_the_emptiest_and_the_fullest_pilot_fits() -> None:
    many = {("dependencies", f"d{row}", "kind"): "model" for row in range(10, 40)}
    for seen in (view(), view(record(many)), view(record())):
        assert check_message(status(seen)) == []
        assert len(status(seen).text) <= 3900


def test_a_thread_that_is_held_says_what_to_do() -> None:
    assert set(HOLDS) == PLACE | {"waiting"}
    held = view(record(), hold="is_archived")
    assert (
        "\n*On hold.* The channel is archived, so nothing is posted. Bring it back, or move the pilot to another "
        "channel. Nothing is lost; the forms go on working.\n"
    ) in status(held).text
    assert "\non hold · ready · launch on 14 December\n" in listing([held]).text


def test_list_puts_what_is_held_up_first() -> None:
    pilots = [
        view(record(), name="Ready One", name_key="ready one", id=3),
        view(record(NO_TESTS, clicks=NO_BACKUP), name="Held <Up>", name_key="held up", launch_on=None),
        view(record(more=[fact(FactKind.LIVE, OWNER)]), name="Live One", name_key="live one", id=9),
    ]
    assert listing(pilots, everywhere=True).text == (
        "*Three pilots*\n"
        "*Held &lt;Up&gt;* (p7) · <#C0PILOT>\nnot ready: Owner and Tests\n[Status]\n"
        "*Live One* (p9) · <#C0PILOT>\nready · live since 24 November\n[Status]\n"
        "*Ready One* (p3) · <#C0PILOT>\nready · launch on 14 December\n[Status]\n"
        f"{WORDS}"
    )


def test_list_of_what_was_asked_for() -> None:
    assert listing([view(record(NO_TESTS))], "blocked").text.startswith("*One pilot held up*\n")
    assert listing([], "ready").text == "No pilot is ready here."
    assert listing([]).text == "There is no pilot here yet. `/shipready start` and a name opens the first."


def test_a_long_list_is_counted() -> None:
    message = listing([view(id=number) for number in range(70)])
    assert message.text.startswith("*70 pilots*\n")
    assert message.text.endswith(f"50 more pilots: add a word to see fewer · {WORDS}")
    assert check_message(message) == []


def test_shipped_anyway_leads_its_line() -> None:
    decided = fact(FactKind.SHIPPED_ANYWAY, OTHER, {"why": "Auditors", "until": "2026-12-15", "second": OWNER})
    agreed = fact(FactKind.SECONDED, OWNER, {"fact": len(record(NO_TESTS).facts) + 1}, hour=10)
    text = listing([view(record(NO_TESTS, more=[decided, agreed]))]).text
    assert "\nshipped anyway, decided by Sipho Dube, until 15 December · launch on 14 December\n" in text


def test_help_begins_with_four() -> None:
    text = help_page().text
    assert text.count("`/shipready ") == 4
    assert text.endswith("[All commands] [What “ready” means] [What I keep]")


def test_all_help_fits_and_escapes() -> None:
    assert [check_message(page) for page in (help_page(), help_all(), help_ready(), help_kept())] == [[]] * 4
    assert "`start &lt;name&gt;` opens" in help_all().text


def test_a_typo_gets_the_nearest_command() -> None:
    message = unknown("stauts AP Invoice Coder", COMMANDS)
    assert message.text == "I don't know `stauts`. Did you mean `status`?\n[Run status] [Help]"
    assert message.blocks[1]["elements"][0]["value"] == "status AP Invoice Coder"


def test_a_word_like_nothing_gets_help() -> None:
    for word in ("xyzzy", "`<!channel>`" * 50, "", "\u202estatus"):
        message = unknown(word, COMMANDS)
        assert check_message(message) == []
        assert "<!channel>" not in message.text


def test_a_word_somewhat_like_a_command_is_not_taken_for_it() -> None:
    for word in ("digest", "checkin", "settings", "xyzzy"):
        text = unknown(word, COMMANDS).text
        assert "Did you mean" not in text
        assert text.count("`/shipready ") == 4


def test_home_the_first_time() -> None:
    message = home([view(record())], OTHER, "Sipho Dube")
    assert check_message(message) == []
    assert message.view is not None
    first = message.view["blocks"][0]["text"]["text"]
    assert first.startswith("*Hello, Sipho.* Shipready asks five questions about an AI pilot")
    assert [one["action_id"] for one in message.view["blocks"][1]["elements"]] == ["start_pilot", "run_command"]


def test_home_shows_what_waits_for_its_reader() -> None:
    asked = view(questions=[question("review", "parked", asked=BACKUP)], id=8, name="Supplier Chat")
    message = home([view(record(clicks=NO_BACKUP)), asked, view(record(), id=9)], BACKUP, "Tom Beard")
    assert check_message(message) == []
    assert message.view is not None
    texts = [block["text"]["text"] for block in message.view["blocks"] if block["type"] == "section"]
    assert texts[:3] == [
        "*Two things wait for you*",
        "*AP Invoice Coder* · your yes or no to stepping in",
        "*Supplier Chat* · you were asked: Who reviews the output?",
    ]
    assert texts[3] == "*Your pilots*"
    assert len(texts) == 7


def test_home_of_somebody_with_many_pilots_fits() -> None:
    message = home([view(record(clicks=[]), id=number) for number in range(90)], OWNER, "")
    assert check_message(message) == []


def test_home_says_when_nothing_waits() -> None:
    message = home([view(record())], OWNER, "Ngozi Okonkwo")
    assert message.view is not None
    assert message.view["blocks"][0]["text"]["text"] == "*Nothing waits for you*"
