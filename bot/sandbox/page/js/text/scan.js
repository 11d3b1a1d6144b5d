// Cutting text at the matches of a pattern, and joining lines of a kind: what mrkdwn and Markdown have in common.

import { el } from "../dom.js";

// The nodes of a text: what lies between the matches through `plain`, the matches through `special`.
export function scan(text, pattern, special, plain) {
  const nodes = [];
  let at = 0;
  for (const match of text.matchAll(pattern)) {
    if (match.index > at) nodes.push(plain(text.slice(at, match.index)));
    nodes.push(special(match));
    at = match.index + match[0].length;
  }
  if (at < text.length) nodes.push(plain(text.slice(at)));
  return nodes;
}

// Neighbouring lines of one kind: [{kind, lines}]. `kinds`: [[kind, pattern]], whose first group is what is kept.
function grouped(text, kinds) {
  const groups = [];
  for (const line of text.split("\n")) {
    const found = kinds.map(([kind, pattern]) => [kind, pattern.exec(line)]).find(([, match]) => match);
    const kind = found ? found[0] : "text";
    if (groups.at(-1)?.kind !== kind) groups.push({ kind, lines: [] });
    groups.at(-1).lines.push(found ? (found[1][1] ?? "") : line);
  }
  return groups;
}

const trimmed = (lines) => lines.join("\n").replace(/^\n+|\n+$/g, "");

function paragraph(lines, inline) {
  const text = trimmed(lines);
  return text && el("p", { class: "lines", dir: "auto" }, inline(text));
}

const items = (lines, inline) => lines.map((line) => el("li", { dir: "auto" }, inline(line)));

// An entry keeps the number it was written with.
function numbered(line, inline) {
  const [, value, text] = /^\s*(\d+)[.)]\s+(.*)$/.exec(line);
  return el("li", { dir: "auto", value: Number(value) }, inline(text));
}

const GROUPS = {
  text: ({ lines }, inline) => paragraph(lines, inline),
  quote: ({ lines }, inline) => el("blockquote", { dir: "auto" }, paragraph(lines, inline)),
  bullet: ({ lines }, inline) => el("ul", {}, items(lines, inline)),
  number: ({ lines }, inline) =>
    el(
      "ol",
      {},
      lines.map((line) => numbered(line, inline)),
    ),
  heading: ({ lines }, inline) => lines.map((line) => el("p", { class: "lines heading", dir: "auto" }, inline(line))),
  rule: () => el("hr"),
};

// A text with fenced code, quotes and lists, as a list of elements.
export function structured(text, kinds, inline, code) {
  return text.split(/```(?:\w*\n)?([\s\S]*?)```/).flatMap((part, at) => {
    if (at % 2) return el("pre", { dir: "auto" }, code(part.replace(/\n$/, "")));
    return grouped(part, kinds)
      .map((group) => GROUPS[group.kind](group, inline))
      .filter(Boolean);
  });
}
