// Slack's mrkdwn as elements (docs.slack.dev/messaging/formatting-message-text).

import { el } from "../dom.js";
import { scan, structured } from "./scan.js";
import { withEmoji } from "./emoji.js";
import { link, token, unescaped } from "./tokens.js";

const KINDS = [
  ["quote", /^&gt; ?(.*)$/],
  ["bullet", /^\s*[•◦‣-]\s+(.*)$/],
  ["number", /^(\s*\d{1,3}[.)]\s+.*)$/],
];

// A mark opens after a space or a sign and before a letter, and closes the other way round.
const pair = (sign, name) =>
  `(?<![\\p{L}\\p{N}${sign}])[${sign}](?=\\S)(?<${name}>[^\\n]{0,2000}?\\S)[${sign}](?![\\p{L}\\p{N}${sign}])`;
const MARKS = ["`(?<code>[^`\\n]+)`", "<(?<token>[^<>\\n]+)>", pair("*", "strong"), pair("_", "em"), pair("~", "s")];
const MARKED = new RegExp(MARKS.join("|"), "gu");
const LINKED = new RegExp([...MARKS, "(?<address>https?:\\/\\/[^\\s<>|]*[^\\s<>|.,;:!?)\\]])"].join("|"), "gu");

function special(state, found, pattern) {
  const { code, token: inside, address } = found;
  if (code !== undefined) return el("code", {}, unescaped(code));
  if (inside !== undefined) return token(state, inside);
  if (address !== undefined) return link(state, unescaped(address), "");
  const tag = ["strong", "em", "s"].find((name) => found[name] !== undefined);
  return el(tag, {}, inline(state, found[tag], pattern));
}

function inline(state, text, pattern) {
  return scan(
    text,
    pattern,
    (match) => special(state, match.groups, pattern),
    (part) => withEmoji(unescaped(part)),
  );
}

// The elements of a text; `verbatim` leaves bare addresses alone.
export function mrkdwn(state, text, { verbatim = false } = {}) {
  const pattern = verbatim ? MARKED : LINKED;
  return structured(
    text,
    KINDS,
    (part) => inline(state, part, pattern),
    (code) => unescaped(code.replace(/<([^|<>]+)(?:\|[^<>]*)?>/g, "$1")),
  );
}

// The text as one line of plain words, for announcements and excerpts.
export function plainWords(state, text) {
  return mrkdwn(state, text)
    .map((node) => node.textContent)
    .join(" ")
    .replace(/\s+/g, " ")
    .trim();
}

// A text object of Block Kit, as elements.
export function textObject(state, object) {
  if (object.type === "mrkdwn") return mrkdwn(state, object.text, object);
  return [el("p", { class: "lines", dir: "auto" }, plainText(object))];
}

export function plainText(object) {
  return object.emoji === false ? object.text : withEmoji(object.text);
}
