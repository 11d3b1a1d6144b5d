"""Breaking a TCP connection as a network does: with a reset."""

from __future__ import annotations

import asyncio
import socket
import struct

LINGER_NOT = struct.pack("ii", 1, 0)


def break_off(transport: asyncio.Transport) -> None:
    """End the connection at once. What is not yet sent is lost, and the other side reads a reset."""
    raw = transport.get_extra_info("socket")
    if raw is not None and not transport.is_closing():
        raw.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, LINGER_NOT)
    transport.abort()
