"""A Slack of a few methods over real HTTP that can lose its answers, refuse, be slow, and says what it holds."""

from __future__ import annotations

import json
import threading
import time
from collections import defaultdict, deque
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs

Json = dict[str, Any]
LOSE, RESET, SERVER_ERROR, TOO_MANY = "lose", "reset", "server error", "too many"


class Slack:
    """``calls`` is every call that arrived; ``faults[method]`` what happens to the next: a fault or an error code.

    ``meanwhile[method]`` is what somebody does between the arrival of the next call and its answer.
    """

    def __init__(self, clock: Callable[[], float]) -> None:
        self.clock = clock
        self.calls: list[tuple[str, Json]] = []
        self.arrived_at: list[float] = []
        self.faults: dict[str, deque[str]] = defaultdict(deque)
        self.meanwhile: dict[str, Callable[[], None]] = {}
        self.messages: dict[str, list[Json]] = defaultdict(list)
        self.page_size = 2
        self._lock = threading.Lock()
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self._server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self._server.server_address[1]}/"
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.01,), daemon=True)
        self._thread.start()

    def stop(self) -> None:
        self._server.shutdown()
        self._server.server_close()

    def made(self, method: str) -> list[Json]:
        return [args for name, args in self.calls if name == method]

    def texts(self, channel: str = "C1") -> list[str]:
        return [message["text"] for message in self.messages[channel]]

    def answer(self, method: str, args: Json) -> Json:
        with self._lock:
            self.arrived_at.append(time.perf_counter())
            self.calls.append((method, args))
            return METHODS.get(method, Slack.done)(self, args)

    def fault(self, method: str) -> str:
        with self._lock:
            waiting = self.faults[method]
            return waiting.popleft() if waiting else ""

    def post(self, args: Json) -> Json:
        channel = args["channel"].replace("U", "D", 1)
        ts = f"{self.clock():.0f}.{len(self.calls):06d}"
        self.messages[channel].append({**args, "ts": ts, "user": "UBOT"})
        return {"ok": True, "channel": channel, "ts": ts}

    def update(self, args: Json) -> Json:
        for message in self.messages[args["channel"]]:
            if message["ts"] == args["ts"]:
                message.update(args)
                return {"ok": True, "channel": args["channel"], "ts": args["ts"]}
        return {"ok": False, "error": "message_not_found"}

    def read(self, args: Json) -> Json:
        """Both histories: in pages, from ``oldest`` on, metadata only when it is asked for."""
        found = [message for message in self.messages[args["channel"]] if message["ts"] >= args["oldest"]]
        if "ts" in args:
            found = [message for message in found if args["ts"] in (message["ts"], message.get("thread_ts"))]
        start = int(args.get("cursor") or 0)
        page = [dict(message) for message in found[start : start + self.page_size]]
        if args.get("include_all_metadata") not in ("1", "true"):
            page = [{key: value for key, value in message.items() if key != "metadata"} for message in page]
        rest = start + self.page_size < len(found)
        cursor = str(start + self.page_size) if rest else ""
        return {"ok": True, "messages": page, "has_more": rest, "response_metadata": {"next_cursor": cursor}}

    def place(self, args: Json) -> Json:
        return {"ok": True, "upload_url": f"{self.url}upload/{args['filename']}", "file_id": f"F-{args['filename']}"}

    def complete(self, args: Json) -> Json:
        files = json.loads(args["files"])
        shown = [{"id": file["id"], "name": file["id"].removeprefix("F-"), "title": file["title"]} for file in files]
        ts = f"{self.clock():.0f}.{len(self.calls):06d}"
        message = {"ts": ts, "text": args["initial_comment"], "thread_ts": args.get("thread_ts"), "files": shown}
        self.messages[args["channel_id"]].append(message)
        return {"ok": True, "files": shown}

    def done(self, _args: Json) -> Json:
        return {"ok": True}

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        slack = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                method, body = self.path.lstrip("/"), self.rfile.read(int(self.headers["Content-Length"]))
                fault = slack.fault(method)
                slack.meanwhile.pop(method, lambda: None)()
                if fault == RESET:
                    return
                if fault == TOO_MANY:
                    self._give(429, {"ok": False, "error": "ratelimited"}, {"Retry-After": "30"})
                elif fault not in ("", LOSE, SERVER_ERROR):
                    slack.calls.append((method, self._args(body)))
                    self._give(200, {"ok": False, "error": fault})
                else:
                    answer = slack.answer(method, self._args(body))
                    if fault == SERVER_ERROR:
                        self._give(500, {})
                    elif not fault:
                        self._give(200, answer)

            def _args(self, body: bytes) -> Json:
                if "json" in self.headers["Content-Type"]:
                    return dict(json.loads(body))
                if "form" in self.headers["Content-Type"]:
                    return {name: values[0] for name, values in parse_qs(body.decode()).items()}
                return {"bytes": body}

            def _give(self, status: int, answer: Json, headers: dict[str, str] | None = None) -> None:
                body = json.dumps(answer).encode()
                self.send_response(status)
                for name, value in {"Content-Length": str(len(body)), **(headers or {})}.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, format: str, *args: object) -> None:
                """Says nothing: the tests look at ``calls``."""

        return Handler


METHODS: dict[str, Callable[[Slack, Json], Json]] = {
    "chat.postMessage": Slack.post,
    "chat.update": Slack.update,
    "conversations.replies": Slack.read,
    "conversations.history": Slack.read,
    "files.getUploadURLExternal": Slack.place,
    "files.completeUploadExternal": Slack.complete,
}
