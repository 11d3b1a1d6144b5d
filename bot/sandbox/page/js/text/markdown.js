// The `markdown` block: headings, lists, quotes, code, emphasis and links. Tables and pictures stay as they are typed.

import { el } from "../dom.js";
import { scan, structured } from "./scan.js";
import { withEmoji } from "./emoji.js";
import { link } from "./tokens.js";

const KINDS = [
  ["heading", /^#{1,6}\s+(.*)$/],
  ["quote", /^> ?(.*)$/],
  ["rule", /^(?:-{3,}|\*{3,})()$/],
  ["bullet", /^\s*[-*+]\s+(.*)$/],
  ["number", /^(\s*\d{1,3}[.)]\s+.*)$/],
];

const MARKED = new RegExp(
  [
    "`(?<code>[^`\\n]+)`",
    "\\[(?<label>[^\\]\\n]+)\\]\\((?<address>[^)\\s]+)\\)",
    "\\*\\*(?=\\S)(?<strong>.{0,2000}?\\S)\\*\\*",
    "~~(?<s>[^~\\n]+)~~",
    "(?<![\\p{L}\\p{N}*])\\*(?=\\S)(?<em>[^*\\n]*[^*\\s])\\*(?!\\*)",
    "(?<![\\p{L}\\p{N}_])_(?=\\S)(?<em2>[^_\\n]*[^_\\s])_(?![\\p{L}\\p{N}_])",
  ].join("|"),
  "gu",
);

function special(state, found) {
  if (found.code !== undefined) return el("code", {}, found.code);
  if (found.address !== undefined) return link(state, found.address, found.label);
  const tag = ["strong", "s", "em"].find((name) => found[name] !== undefined) ?? "em";
  return el(tag, {}, inline(state, found[tag] ?? found.em2));
}

function inline(state, text) {
  return scan(text, MARKED, (match) => special(state, match.groups), withEmoji);
}

export function markdown(state, text) {
  return structured(
    text,
    KINDS,
    (part) => inline(state, part),
    (code) => code,
  );
}
