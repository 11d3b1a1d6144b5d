// Block Kit's blocks as elements (docs.slack.dev/reference/block-kit/blocks).

import { el } from "../dom.js";
import { markdown } from "../text/markdown.js";
import { plainText, textObject } from "../text/mrkdwn.js";
import { richText } from "../text/rich_text.js";
import { image, makeElement } from "./elements.js";
import { inputBlock } from "./input_block.js";

function section(surface, block) {
  const fields = (block.fields ?? []).map((field) => el("div", {}, textObject(surface.state, field)));
  return [
    el(
      "div",
      { class: "words" },
      block.text ? textObject(surface.state, block.text) : "",
      fields.length ? el("div", { class: "columns" }, fields) : "",
    ),
    block.accessory ? el("div", { class: "accessory" }, makeElement(surface, block, block.accessory)) : "",
  ];
}

function context(surface, block) {
  return block.elements.map((one) =>
    one.type === "image"
      ? image(surface.state, one, "tiny")
      : el("div", { class: "words" }, textObject(surface.state, one)),
  );
}

function picture(surface, block) {
  return el(
    "figure",
    {},
    block.title ? el("figcaption", {}, plainText(block.title)) : "",
    image(surface.state, block, "large"),
  );
}

function card(surface, block) {
  const words = ["title", "subtitle", "body", "subtext"].filter((name) => block[name]);
  const texts = words.map((name) => el("div", { class: `words card-${name}` }, textObject(surface.state, block[name])));
  return [
    ...texts,
    block.actions
      ? el(
          "div",
          { class: "buttons" },
          block.actions.map((one) => makeElement(surface, block, one)),
        )
      : "",
  ];
}

function table(surface, block) {
  const cell = (one) =>
    el("td", { dir: "auto" }, one.type === "rich_text" ? richText(surface.state, one) : String(one.text ?? ""));
  return el(
    "div",
    { class: "scrolled", tabindex: 0 },
    el(
      "table",
      {},
      block.rows.map((row) => el("tr", {}, row.map(cell))),
    ),
  );
}

const BLOCKS = {
  section,
  context,
  card,
  table,
  image: picture,
  input: inputBlock,
  header: (_, block) => el("h3", { dir: "auto" }, plainText(block.text)),
  divider: () => el("hr"),
  actions: (surface, block) => block.elements.map((element) => makeElement(surface, block, element)),
  alert: (surface, block) => el("div", { class: "words", role: "note" }, textObject(surface.state, block.text)),
  markdown: (surface, block) => el("div", { class: "words" }, markdown(surface.state, block.text)),
  rich_text: (surface, block) => el("div", { class: "words" }, richText(surface.state, block)),
};

function unknown(_, block) {
  return el("p", { class: "unknown" }, `The sandbox does not show blocks of the type “${block.type}”.`);
}

export function makeBlock(surface, block) {
  const level = block.type === "alert" ? ` level-${block.level ?? "default"}` : "";
  const made = (BLOCKS[block.type] ?? unknown)(surface, block);
  return el("div", { class: `block block-${block.type}${level}`, "data-block": block.block_id }, made);
}

export function makeBlocks(surface, blocks) {
  return blocks.map((block) => makeBlock(surface, block));
}
