// Where the page is, kept in the address: #/<person>/<channel id, "home" or "messages">/<thread ts>.

export function hrefTo(state, { person = state.me, place, thread = "" }) {
  return `#/${[person, place, thread].filter(Boolean).join("/")}`;
}

export function placeKey(place) {
  return place.name === "channel" ? place.channel : place.name;
}

export function readRoute(hash) {
  const [person = "", place = "", thread = ""] = hash.replace(/^#\/?/, "").split("/").map(decodeURIComponent);
  return { person, place, thread };
}

const PERMALINK = /^https:\/\/[\w-]+\.slack\.com\/archives\/([A-Z0-9]+)\/p(\d+)(\d{6})(?:\?thread_ts=([\d.]+))?/;

// The place in the page that a Slack address of a message means, or null.
export function fromPermalink(state, address) {
  const found = PERMALINK.exec(address);
  if (!found) return null;
  const [, channel, seconds, micros, thread] = found;
  return hrefTo(state, { place: channel, thread: thread ?? `${seconds}.${micros}` });
}

export function safeAddress(address) {
  if (!URL.canParse(address)) return "";
  const url = new URL(address);
  return ["http:", "https:", "mailto:", "tel:"].includes(url.protocol) ? url.href : "";
}
