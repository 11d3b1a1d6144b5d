// The interactive elements of Block Kit on a surface (a message, a form, App Home).
//
// A surface has: state, valueOf(block, element), touched(block, element), register(block, element, field) and
// press(block, element, value), which gives a promise.

import { el } from "../dom.js";
import { fromPermalink, safeAddress } from "../route.js";
import { plainText } from "../text/mrkdwn.js";
import { confirmed } from "./confirm.js";
import { keepsValue } from "./content.js";
import { makeField, unknownElement } from "./fields.js";
import { menuButton } from "./menu.js";

// Follows an address the way Slack does: messages of this workspace open in the page.
export function follow(state, address) {
  const inside = fromPermalink(state, address);
  if (inside) location.hash = inside;
  else if (safeAddress(address)) window.open(safeAddress(address), "_blank", "noopener");
}

// Presses once: while the app has not answered, further presses of the same button do nothing.
async function pressOnce(surface, block, element, value, control) {
  if (control.getAttribute("aria-busy") || !(await confirmed(surface.state, element.confirm))) return;
  control.setAttribute("aria-busy", "true");
  await surface.press(block, element, value);
  control.removeAttribute("aria-busy");
}

function button(surface, block, element) {
  const act = () => {
    if (element.url) follow(surface.state, element.url);
    return pressOnce(surface, block, element, element.value, node);
  };
  const node = el(
    "button",
    {
      type: "button",
      class: `button ${element.style ?? ""}`,
      onclick: act,
      title: element.text.text,
      "aria-label": element.accessibility_label,
      "data-action": element.action_id,
      "data-focus": `${block.block_id} ${element.action_id} ${element.value ?? ""}`,
    },
    el("span", {}, plainText(element.text)),
  );
  return node;
}

function overflow(surface, block, element) {
  const entries = () =>
    element.options.map((option) => ({
      label: plainText(option.text),
      hint: option.description ? plainText(option.description) : "",
      act: () => {
        if (option.url) follow(surface.state, option.url);
        return pressOnce(surface, block, element, option.value, node);
      },
    }));
  const node = menuButton("More actions", entries, {
    "data-action": element.action_id,
    "data-focus": `${block.block_id} ${element.action_id}`,
  });
  return node;
}

// Only pictures of the sandbox itself are loaded; others are named by their alternative text and a link.
export function image(state, element, className) {
  const own = element.slack_file?.id ? `/files/${element.slack_file.id}` : "";
  if (own) return el("img", { class: className, src: own, alt: element.alt_text });
  const href = safeAddress(element.image_url ?? element.slack_file?.url ?? "");
  const words = `Picture: ${element.alt_text}`;
  return href
    ? el("a", { class: "picture", href, target: "_blank", rel: "noopener noreferrer" }, words)
    : el("span", { class: "picture" }, words);
}

function input(surface, block, element) {
  const field = makeField({ state: surface.state, block, element, value: surface.valueOf(block, element) });
  const label = element.placeholder ? plainText(element.placeholder) : (block.text?.text ?? element.action_id);
  field.control.setAttribute("aria-label", label);
  surface.register(block, element, field);
  field.node.addEventListener("change", () => pressOnce(surface, block, element, field.read(), field.control));
  return field.node;
}

export function makeElement(surface, block, element) {
  if (element.type === "button" || element.type === "workflow_button") return button(surface, block, element);
  if (element.type === "overflow") return overflow(surface, block, element);
  if (element.type === "image") return image(surface.state, element, "thumbnail");
  return keepsValue(element) ? input(surface, block, element) : unknownElement(element);
}
