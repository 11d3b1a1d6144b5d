// The `rich_text` block (docs.slack.dev/reference/block-kit/blocks/rich-text-block).

import { el } from "../dom.js";
import { emojiOf } from "./emoji.js";
import { channelLink, date, link, mention } from "./tokens.js";

const STYLES = [
  ["code", "code"],
  ["strike", "s"],
  ["italic", "em"],
  ["bold", "strong"],
];

function styled(node, style = {}) {
  return STYLES.filter(([name]) => style[name]).reduce((inner, [, tag]) => el(tag, {}, inner), node);
}

const PIECES = {
  text: (_, piece) => piece.text,
  link: (state, piece) => link(state, piece.url, piece.text),
  user: (state, piece) => mention(state, piece.user_id, ""),
  usergroup: (_, piece) => el("span", { class: "mention" }, `@${piece.usergroup_id}`),
  channel: (state, piece) => channelLink(state, piece.channel_id, ""),
  broadcast: (_, piece) => el("span", { class: "mention own" }, `@${piece.range}`),
  emoji: (_, piece) => emojiOf(piece.name),
  date: (state, piece) => date(state, piece.timestamp, piece.format, piece.url, piece.fallback),
  color: (_, piece) => piece.value,
};

function pieces(state, elements) {
  return elements.map((piece) => styled((PIECES[piece.type] ?? (() => ""))(state, piece), piece.style));
}

const indented = (part) => ({ class: part.indent ? `indent-${part.indent}` : undefined });

const PARTS = {
  rich_text_section: (state, part) => el("p", { class: "lines", dir: "auto" }, pieces(state, part.elements)),
  rich_text_quote: (state, part) => el("blockquote", { class: "lines", dir: "auto" }, pieces(state, part.elements)),
  rich_text_preformatted: (state, part) => el("pre", { dir: "auto" }, pieces(state, part.elements)),
  rich_text_list: (state, part) =>
    el(
      part.style === "ordered" ? "ol" : "ul",
      { ...indented(part), start: part.offset ? part.offset + 1 : undefined },
      part.elements.map((one) => el("li", { dir: "auto" }, pieces(state, one.elements))),
    ),
};

export function richText(state, block) {
  return block.elements.filter((part) => PARTS[part.type]).map((part) => PARTS[part.type](state, part));
}
