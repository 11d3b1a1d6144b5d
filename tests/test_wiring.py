"""Settings reach what they are for."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from bot import app
from bot.courier.courier import pace_of
from bot.courier.pace import Turns
from bot.settings import Courier, Settings

NOW = datetime(2026, 3, 3, 9, 0, tzinfo=UTC)


def settings(**courier: float) -> Settings:
    return Settings(courier=Courier(**courier), shared_channels=True)


def test_shared_channels_reach_the_work() -> None:
    assert app.pace(settings()).shared_channels
    assert not app.pace(Settings()).shared_channels


def test_each_method_has_the_pace_of_its_tier() -> None:
    found = app.limits(settings(tier_2_per_minute=2, tier_3_per_minute=3, tier_4_per_minute=4)).per_minute
    second = {name for name, pace in found.items() if pace == 2}
    assert second == {"users.list", "users.conversations", "reactions.remove"}
    assert (found["conversations.replies"], found["conversations.info"], found["conversations.members"]) == (3, 3, 4)


def test_half_the_pace_is_kept_as_long_as_the_setting_says() -> None:
    now = [NOW]
    pace = pace_of(app.limits(settings(tier_3_per_minute=60, halved_seconds=300)), lambda: now[0])
    turns = Turns(pace, "T1")
    turns.refused("conversations.info", 30)
    assert turns.wait("conversations.info") == 30

    def pause() -> float:
        """Seconds between two calls."""
        now[0] += timedelta(minutes=2)
        assert turns.wait("conversations.info") == 0
        return turns.wait("conversations.info")

    assert pause() == pause() > 2
    now[0] += timedelta(minutes=2)
    assert pause() < 1.1


def test_the_background_and_the_courier_share_one_pace() -> None:
    pace = pace_of(app.limits(settings(tier_3_per_minute=60)), lambda: NOW)
    assert Turns(pace, "T1").wait("conversations.replies") == 0
    assert Turns(pace, "T1").wait("conversations.replies") > 0
    assert Turns(pace, "T2").wait("conversations.replies") == 0
