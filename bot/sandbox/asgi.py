"""The addresses the sandbox serves."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Mount, Route, WebSocketRoute
from starlette.staticfiles import StaticFiles

from bot.sandbox.control.guard import LocalOnly
from bot.sandbox.control.routes import control_routes
from bot.sandbox.http_api import api_endpoint, file_endpoint, response_endpoint, upload_endpoint
from bot.sandbox.link import link_endpoint
from bot.sandbox.world import World

PAGE = Path(__file__).parent / "page"


class Fresh(StaticFiles):
    """Files that a browser asks for again each time, so that no old module stays after an upgrade."""

    def file_response(self, *args: Any, **kwargs: Any) -> Response:
        """The file, never to be used without asking."""
        response = super().file_response(*args, **kwargs)
        response.headers["Cache-Control"] = "no-cache"
        return response


async def _clock(request: Request) -> Response:
    world: World = request.app.state.world
    return JSONResponse({"now": world.clock.now().isoformat(timespec="microseconds")})


async def _root(_request: Request) -> Response:
    return RedirectResponse("/page/")


def make_app(world: World) -> Starlette:
    """The ASGI application of one sandbox."""
    routes = [
        Route("/api/{method}", api_endpoint, methods=["GET", "POST"]),
        Route("/upload/{file_id}", upload_endpoint, methods=["POST", "PUT"]),
        Route("/files/{file_id}", file_endpoint),
        Route("/response/{key}", response_endpoint, methods=["POST"]),
        WebSocketRoute("/link/{ticket}", link_endpoint),
        Route("/clock", _clock),
        *control_routes(),
        Route("/", _root),
        Mount("/page", Fresh(directory=PAGE, html=True, check_dir=False)),
    ]
    app = Starlette(routes=routes, middleware=[Middleware(LocalOnly)])
    app.state.world = world
    return app
