// Who wrote a message and when: picture, name, badge, time.

import { el } from "../dom.js";
import { nameOf, personOf, zoneOf } from "../state.js";
import { clockTime, fullTime, millisecondsOf } from "../text/dates.js";

const COLOURS = 6;

const initials = (name) =>
  name
    .split(/\s+/)
    .map((word) => [...word][0])
    .slice(0, 2)
    .join("")
    .toUpperCase();

function colourOf(id) {
  return [...id].reduce((sum, letter) => sum + letter.codePointAt(0), 0) % COLOURS;
}

export function authorOf(state, message) {
  if (message.subtype === "tombstone") return "Slack";
  return message.username || nameOf(state, message.user);
}

export function avatar(state, message, name) {
  const isApp = message.user === state.bot;
  return el(
    "span",
    { class: `avatar ${isApp ? "app" : `colour-${colourOf(message.user || name)}`}`, "aria-hidden": "true" },
    initials(name),
  );
}

const BADGES = { multi_guest: "guest", single_guest: "guest", external: "other company", bot: "app" };

function badgeOf(state, message) {
  const badge = message.bot_id ? "app" : BADGES[personOf(state, message.user)?.kind];
  return badge ? el("span", { class: "badge" }, badge) : "";
}

export function timeOf(state, ts) {
  const at = millisecondsOf(ts);
  return el(
    "time",
    { datetime: new Date(at).toISOString(), title: fullTime(at, zoneOf(state)) },
    clockTime(at, zoneOf(state)),
  );
}

export function head(state, message, name) {
  return el(
    "p",
    { class: "head" },
    el("bdi", { class: "author", title: name }, name),
    badgeOf(state, message),
    timeOf(state, message.ts),
  );
}
