// Mentions, channels, dates and links: what stands in angle brackets in mrkdwn, and their twins in rich text.

import { el } from "../dom.js";
import { channelOf, nameOf, nowOf, zoneOf } from "../state.js";
import { fromPermalink, hrefTo, safeAddress } from "../route.js";
import { slackDate } from "./dates.js";

const ENTITIES = { "&lt;": "<", "&gt;": ">", "&amp;": "&" };

export const unescaped = (text) => text.replace(/&(?:lt|gt|amp);/g, (entity) => ENTITIES[entity]);

export function mention(state, id, label) {
  const name = state.people.has(id) ? nameOf(state, id) : label || id;
  return el("span", { class: id === state.me ? "mention own" : "mention" }, "@", el("bdi", {}, name));
}

export function channelLink(state, id, label) {
  const channel = channelOf(state, id);
  if (channel) return el("a", { class: "mention", href: hrefTo(state, { place: id }) }, `#${channel.name}`);
  return el("span", { class: "mention" }, label ? `#${label}` : "a private channel");
}

export function link(state, address, label) {
  const inside = fromPermalink(state, address);
  if (inside) return el("a", { href: inside }, label || "this message");
  const href = safeAddress(address);
  if (!href) return el("span", {}, label || address);
  return el("a", { href, target: "_blank", rel: "noopener noreferrer" }, label || address.replace(/^mailto:/, ""));
}

export function date(state, seconds, form, address, fallback) {
  const at = Number(seconds);
  if (!Number.isFinite(at)) return fallback || "";
  const text = slackDate(at, form, zoneOf(state), nowOf(state));
  const shown = el("time", { datetime: new Date(at * 1000).toISOString() }, text);
  return address ? link(state, address, text) : shown;
}

function special(state, inner, label) {
  const [name, ...rest] = inner.split("^");
  if (name === "date") return date(state, rest[0], rest[1] ?? "", rest[2], label);
  if (["here", "channel", "everyone"].includes(name)) return el("span", { class: "mention own" }, `@${name}`);
  return el("span", { class: "mention" }, label || `@${name}`);
}

// The node for what stands between < and >.
export function token(state, content) {
  const bar = content.indexOf("|");
  const target = bar < 0 ? content : content.slice(0, bar);
  const label = bar < 0 ? "" : unescaped(content.slice(bar + 1));
  if (target[0] === "@") return mention(state, target.slice(1), label);
  if (target[0] === "#") return channelLink(state, target.slice(1), label);
  if (target[0] === "!") return special(state, target.slice(1), label);
  return link(state, unescaped(target), label);
}
