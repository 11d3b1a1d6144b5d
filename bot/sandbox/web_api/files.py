"""files.getUploadURLExternal, files.completeUploadExternal, files.info, files.delete."""

from __future__ import annotations

import mimetypes

from bot.sandbox import posting
from bot.sandbox.door.access import check_thread, target_channel
from bot.sandbox.refusal import Json, RefusalError
from bot.sandbox.render import file_json
from bot.sandbox.state import FileItem
from bot.sandbox.web_api.call import Call
from bot.sandbox.workspace import BOT_ID, BOT_USER

LARGEST = 1024 * 1024 * 1024


def get_upload_url(call: Call) -> Json:
    """An address to send a file's bytes to."""
    world = call.world
    name = call.needed("filename")
    length = call.number("length", 0, LARGEST)
    if not length:
        raise RefusalError("invalid_arguments")
    kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
    item = FileItem(
        world.space.new_id("F"),
        name,
        BOT_USER,
        alt_txt=call.text("alt_txt"),
        mimetype=kind,
        length=length,
        created=world.clock.seconds(),
    )
    world.space.files[item.id] = item
    return {"upload_url": f"{world.url}/upload/{item.id}", "file_id": item.id}


def complete_upload(call: Call) -> Json:
    """Finish uploads and, with a channel, share them in one message (subtype `file_share`)."""
    rows = call.parsed("files", list, "invalid_arguments") or []
    items = [_uploaded(call, row) for row in rows]
    if not items:
        raise RefusalError("invalid_arguments")
    target = call.text("channel_id") or call.text("channels").split(",")[0]
    if target:
        _share(call, target, items)
    for item, row in zip(items, rows, strict=True):
        item.completed, item.title = True, row.get("title") or item.name
    return {"files": [file_json(call.world, item) for item in items]}


def _uploaded(call: Call, row: Json) -> FileItem:
    item = call.world.space.files.get(row.get("id", ""))
    if item is None or not item.uploaded or item.completed:
        raise RefusalError("file_not_found")
    return item


def _share(call: Call, target: str, items: list[FileItem]) -> None:
    world = call.world
    channel = target_channel(world, target)
    thread_ts = call.text("thread_ts")
    if thread_ts:
        check_thread(channel, thread_ts)
    message = posting.new_message(
        world,
        channel,
        BOT_USER,
        call.text("initial_comment"),
        bot_id=BOT_ID,
        files=items,
        thread_ts=thread_ts,
        subtype="file_share",
    )
    posting.post(world, channel, message)


def info(call: Call) -> Json:
    """One file."""
    item = call.world.space.files.get(call.needed("file", "file_not_found"))
    if item is None or not item.completed:
        raise RefusalError("file_not_found")
    return {"file": file_json(call.world, item)}


def delete(call: Call) -> Json:
    """Delete one of the bot's own files."""
    item = call.world.space.files.get(call.needed("file", "file_not_found"))
    if item is None:
        raise RefusalError("file_not_found")
    if item.owner != BOT_USER:
        raise RefusalError("cant_delete_file")
    del call.world.space.files[item.id]
    return {}


METHODS = {
    "files.getUploadURLExternal": get_upload_url,
    "files.completeUploadExternal": complete_upload,
    "files.info": info,
    "files.delete": delete,
}
