"""Where the settings of a channel can't be made, people read a sentence."""

from __future__ import annotations

from tests.conversations.told import ADMIN, Told

SENTENCE = "I'm not in this channel, so nobody is asked here yet. Type `/invite @Shipready`"


def test_without_the_bot_it_is_to_be_invited_first(told: Told) -> None:
    told.on.driver.post("channels/create", name="quiet-corner", id="C0QUIETCO", members=["U0PRIYA01"])
    said = told.command("settings", channel="quiet-corner")
    assert said.startswith(SENTENCE)
    assert said.endswith("then send your command again: `/shipready settings`.")


def test_in_a_private_channel_without_the_bot_too(told: Told) -> None:
    told.on.driver.post("channels/create", name="hidden", id="C0HIDDEN1", kind="private", members=["U0PRIYA01"])
    assert told.command("settings", channel="hidden").startswith(SENTENCE)


def test_a_channel_that_the_bot_joined_a_moment_ago_has_settings(told: Told) -> None:
    told.on.driver.post("channels/create", name="fresh", id="C0FRESH01", members=["U0PRIYA01", "bot"])
    assert told.command("settings", channel="fresh") == ""
    told.form(callback_id="settings")
    assert told.priya.submit({"hour": "08:00"})["ok"]
    told.hear(
        "Saved: the question comes on a Tuesday at 08:00, where its owner is. None is planned yet", channel="fresh"
    )


def test_a_direct_message_has_none(told: Told) -> None:
    assert told.command("settings", channel=told.priya.dm()).startswith("Settings belong to a channel.")


def test_who_is_not_in_the_channel_any_more_saves_nothing(told: Told) -> None:
    told.on.driver.post("channels/create", name="left-room", id="C0LEFTROO", members=["U0TOM0001", "bot"])
    assert told.command("settings", told.tom, "left-room") == ""
    told.form(told.tom, "settings")
    told.on.driver.post("kick", channel="left-room", person="U0TOM0001", by=ADMIN)
    told.on.driver.idle()
    told.tom.submit({"hour": "08:00"})
    assert "You are not in" in str(told.form(told.tom, "said"))
    assert told.rows("select count(*) from habits where channel = 'C0LEFTROO'") == [(0,)]
