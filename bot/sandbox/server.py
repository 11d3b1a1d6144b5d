"""The sandbox as a server of its own thread: `with Sandbox(manifest=manifest) as sandbox:`."""

from __future__ import annotations

import asyncio
import socket
import threading
from types import TracebackType

import uvicorn
from uvicorn.protocols.http.h11_impl import H11Protocol

from bot.sandbox.asgi import make_app
from bot.sandbox.refusal import Json
from bot.sandbox.workspace import BOT_USER
from bot.sandbox.world import APP_TOKEN, BOT_TOKEN, make_world

START_SECONDS = 10.0


class BreakableProtocol(H11Protocol):
    """uvicorn's HTTP protocol, whose transport the request may reach, so that a fault can break the connection."""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Hand the transport to the requests of this connection."""
        super().connection_made(transport)
        self.app_state = {**self.app_state, "transport": transport}


class Sandbox:
    """A Slack workspace on 127.0.0.1, used as a context manager or with start and stop.

    `manifest` is the app's; `workspace` its people and channels (default: a finance team) and `settings` as in
    docs/sandbox-api.md. Port 0 takes any free port. Raises OSError when the port is taken."""

    def __init__(
        self, manifest: Json, port: int = 0, workspace: Json | None = None, settings: Json | None = None
    ) -> None:
        # Named TCP, so that asyncio turns off Nagle's algorithm, which would delay answers by 40 ms.
        self._socket = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
        self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        self._socket.bind(("127.0.0.1", port))
        self.url = f"http://127.0.0.1:{self._socket.getsockname()[1]}"
        self.world = make_world(manifest, self.url, workspace, settings)
        self._started = threading.Event()
        self._thread = threading.Thread(target=self._run, name="sandbox", daemon=True)
        self._loop: asyncio.AbstractEventLoop | None = None
        self._ending: asyncio.Event | None = None

    @property
    def api_url(self) -> str:
        """The Web API's address, for `WebClient(base_url=…)`."""
        return f"{self.url}/api/"

    @property
    def clock_url(self) -> str:
        """Where the sandbox's time can be read."""
        return f"{self.url}/clock"

    @property
    def team_id(self) -> str:
        """The workspace's id."""
        return self.world.team_id

    bot_token = BOT_TOKEN
    app_token = APP_TOKEN
    bot_user_id = BOT_USER

    def start(self) -> Sandbox:
        """Serve in a thread; returns when connections are taken."""
        self._thread.start()
        if not self._started.wait(START_SECONDS):
            raise RuntimeError("The sandbox did not start.")
        return self

    def stop(self) -> None:
        """Break all connections and stop the thread."""
        if self._loop is not None and self._thread.is_alive():
            self._loop.call_soon_threadsafe(self._finish)
            self._thread.join(START_SECONDS)
        self._socket.close()

    def wait(self) -> None:
        """Block until the sandbox stops."""
        self._thread.join()

    def __enter__(self) -> Sandbox:
        return self.start()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def _run(self) -> None:
        asyncio.run(self._serve())

    async def _serve(self) -> None:
        config = uvicorn.Config(
            make_app(self.world),
            http=BreakableProtocol,
            ws="websockets-sansio",
            lifespan="off",
            log_config=None,
            access_log=False,
            ws_ping_interval=None,
            timeout_graceful_shutdown=1,
        )
        server = uvicorn.Server(config)
        config.load()
        server.lifespan = config.lifespan_class(config)
        self._loop, self._ending = asyncio.get_running_loop(), asyncio.Event()
        # Started step by step rather than by `serve`, whose loop looks only every 100 ms whether it should end.
        await server.startup(sockets=[self._socket])
        self._started.set()
        await self._ending.wait()
        server.force_exit = True
        await server.shutdown(sockets=[self._socket])

    def _finish(self) -> None:
        self.world.deliveries.stop()
        self.world.deliveries.hub.end_all(abruptly=True)
        self.world.changes.close()
        if self._ending is not None:
            self._ending.set()
