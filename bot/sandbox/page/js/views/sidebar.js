// The left column: channels, direct messages and the app, as links.

import { el } from "../dom.js";
import { icon } from "../icons.js";
import { keep } from "../keyed.js";
import { hrefTo, placeKey } from "../route.js";
import { isBotDirect, titleOf } from "../state.js";

const isDirect = (channel) => ["im", "mpim"].includes(channel.kind);

function marksOf(channel) {
  return [channel.is_ext_shared && "shared", channel.is_archived && "archived", channel.read_only && "read only"]
    .filter(Boolean)
    .join(", ");
}

function channelEntry(state, unread, channel) {
  const sign = isDirect(channel) ? "" : channel.is_private ? icon("lock") : "#";
  return {
    place: channel.id,
    sign,
    name: titleOf(state, channel),
    marks: marksOf(channel),
    unread: unread.isUnread(state.me, channel),
  };
}

// The app: its messages when something new came, else its Home.
function appEntry(state, unread) {
  const direct = state.channels.find((channel) => isBotDirect(state, channel));
  const fresh = Boolean(direct && unread.isUnread(state.me, direct));
  const current = ["home", "messages"].includes(state.place.name);
  return { place: fresh ? "messages" : "home", sign: "", name: state.app.name, marks: "", unread: fresh, current };
}

function link(state, entry) {
  const current = entry.current ?? placeKey(state.place) === entry.place;
  return el(
    "a",
    {
      href: hrefTo(state, { place: entry.place }),
      class: entry.unread ? "unread" : "",
      "aria-current": current ? "page" : undefined,
      "data-focus": entry.place,
    },
    el("span", { class: "sign", "aria-hidden": "true" }, entry.sign),
    el("span", { class: "name", title: entry.name, dir: "auto" }, entry.name),
    entry.marks ? el("small", {}, entry.marks) : "",
    entry.unread ? el("span", { class: "dot" }, el("span", { class: "hidden-words" }, "unread")) : "",
  );
}

function part(state, label, entries) {
  const signature = JSON.stringify([state.me, placeKey(state.place), entries]);
  const make = () =>
    el(
      "section",
      {},
      el("h2", {}, label),
      el(
        "ul",
        {},
        entries.map((entry) => el("li", {}, link(state, entry))),
      ),
    );
  return { key: label, signature, make };
}

export function showSidebar(node, state, unread) {
  const entries = state.channels
    .filter((channel) => !isBotDirect(state, channel))
    .map((channel) => [channel, channelEntry(state, unread, channel)]);
  const inKind = (wanted) => entries.filter(([channel]) => isDirect(channel) === wanted).map(([, entry]) => entry);
  const direct = inKind(true);
  keep(node, [
    part(state, "Channels", inKind(false)),
    ...(direct.length ? [part(state, "Direct messages", direct)] : []),
    part(state, "Apps", [appEntry(state, unread)]),
  ]);
}
