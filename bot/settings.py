"""Every variable of Shipready, with its default and its bounds (docs/operate.md, *Settings*)."""

from typing import Annotated, Literal
from urllib.parse import urlsplit
from zoneinfo import available_timezones

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, SecretStr
from pydantic.config import JsonDict
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict

from bot.readiness.numbers import Numbers

SLACK_API_URL = "https://slack.com/api/"
SLACK_HOSTS = ("slack.com", "slack-gov.com")


def is_slack(address: str) -> bool:
    """Whether ``address`` is Slack's own, and not another Slack-compatible server."""
    host = (urlsplit(address).hostname or "").rstrip(".")
    return any(host == own or host.endswith("." + own) for own in SLACK_HOSTS)


def _address(value: str) -> str:
    parts = urlsplit(value)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise ValueError("is not an http:// or https:// address")
    if parts.scheme == "http" and is_slack(value):
        raise ValueError("sends the tokens unencrypted")
    return value


def _address_or_none(value: str) -> str:
    return _address(value) if value else value


def _with_slash(value: str) -> str:
    return value if value.endswith("/") else value + "/"


def _database(value: str) -> str:
    scheme, _, rest = value.partition("://")
    if scheme not in ("sqlite", "postgresql", "postgres", "postgresql+psycopg"):
        raise ValueError("is not an address of SQLite or PostgreSQL")
    if scheme == "sqlite" and rest in ("", "/", "/:memory:"):
        raise ValueError("would forget everything at the next start")
    return value


def _zone(value: str) -> str:
    if value not in available_timezones():
        raise ValueError(f"is {value!r}, which is no zone's name")
    return value


def _token(prefix: str) -> AfterValidator:
    def check(value: SecretStr) -> SecretStr:
        token = value.get_secret_value()
        if token and not token.startswith(prefix):
            raise ValueError(f"does not start with {prefix}")
        return value

    return AfterValidator(check)


Address = Annotated[str, AfterValidator(_address), AfterValidator(_with_slash)]
ClockAddress = Annotated[str, AfterValidator(_address_or_none)]
Database = Annotated[str, AfterValidator(_database)]
Zone = Annotated[str, AfterValidator(_zone)]
BotToken = Annotated[SecretStr, _token("xoxb-")]
AppToken = Annotated[SecretStr, _token("xapp-")]
Level = Annotated[Literal["DEBUG", "INFO", "WARNING", "ERROR"], BeforeValidator(str.upper)]
Form = Annotated[Literal["text", "json"], BeforeValidator(str.lower)]


class Courier(BaseModel):
    """How fast the courier may be: Slack's tiers per method and workspace; 0 a minute means without a limit.

    Source: https://docs.slack.dev/apis/web-api/rate-limits
    """

    model_config = ConfigDict(frozen=True)

    post_message_per_minute: int = Field(300, ge=0, le=100_000)
    tier_2_per_minute: int = Field(20, ge=0, le=100_000)
    tier_3_per_minute: int = Field(50, ge=0, le=100_000)
    tier_4_per_minute: int = Field(100, ge=0, le=100_000)
    channel_seconds: float = Field(1.0, ge=0, le=60)
    halved_seconds: float = Field(60.0, ge=0, le=3600)
    unknown_after_seconds: float = Field(10.0, ge=0, le=600)
    reaction_late_seconds: float = Field(30.0, ge=1, le=3600)
    lease_seconds: float = Field(60.0, ge=5, le=3600)


def _described(allowed: str) -> JsonDict:
    return {"allowed": allowed}


class Settings(BaseSettings):
    """All settings, checked. ``bot.environment.load_settings`` makes them and names what is wrong.

    ``SHIPREADY_`` stands before every name but the four that Slack and databases have given: SHIPREADY_ZONE,
    SHIPREADY_COURIER__CHANNEL_SECONDS, SHIPREADY_NUMBERS__CREDENTIAL_DAYS.
    """

    model_config = SettingsConfigDict(
        env_prefix="SHIPREADY_", env_nested_delimiter="__", frozen=True, populate_by_name=True, extra="forbid"
    )

    slack_bot_token: BotToken = Field(
        SecretStr(""),
        validation_alias="SLACK_BOT_TOKEN",
        json_schema_extra=_described("the bot token of your Slack app, xoxb-…"),
    )
    slack_app_token: AppToken = Field(
        SecretStr(""),
        validation_alias="SLACK_APP_TOKEN",
        json_schema_extra=_described("an app-level token with connections:write, xapp-…"),
    )
    slack_api_url: Address = Field(
        SLACK_API_URL,
        validation_alias="SLACK_API_URL",
        json_schema_extra=_described("the address of a Slack-compatible Web API; https:// for Slack's own"),
    )
    database_url: Database = Field(
        "sqlite:///shipready.db",
        validation_alias="DATABASE_URL",
        repr=False,
        json_schema_extra=_described("sqlite:///FILE or postgresql://USER:PASSWORD@HOST/NAME"),
    )
    clock_url: ClockAddress = Field(
        "", json_schema_extra=_described("an http:// or https:// address, and a SLACK_API_URL that is not Slack's own")
    )
    zone: Zone = Field("UTC", json_schema_extra=_described("an IANA zone, for example Europe/Berlin"))
    answer_settle_seconds: float = Field(8.0, ge=0, le=300)
    late_reply_minutes: float = Field(10.0, ge=0, le=1440)
    verdict_quiet_seconds: float = Field(60.0, ge=0, le=3600)
    erase_deleted_after_days: int = Field(30, ge=0, le=3650)
    nudge_first_working_days: int = Field(2, ge=1, le=60)
    nudge_second_working_days: int = Field(5, ge=1, le=60)
    launch_notice_days: int = Field(21, ge=1, le=365)
    shared_channels: bool = Field(False, json_schema_extra=_described("true or false"))
    tick_seconds: float = Field(15.0, ge=1, le=60)
    socket_concurrency: int = Field(10, ge=1, le=100)
    log_level: Level = Field("INFO", json_schema_extra=_described("DEBUG, INFO, WARNING or ERROR"))
    log_format: Form = Field("text", json_schema_extra=_described("text or json"))
    courier: Courier = Courier()
    numbers: Numbers = Numbers()

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],  # noqa: ARG003 - the names are pydantic's
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,  # noqa: ARG003
        dotenv_settings: PydanticBaseSettingsSource,  # noqa: ARG003
        file_secret_settings: PydanticBaseSettingsSource,  # noqa: ARG003
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Only what is handed over: ``load_settings`` reads the environment, so that tests can hand over theirs."""
        return (init_settings,)
