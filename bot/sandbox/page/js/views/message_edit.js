// Editing one's own message where it stands.

import { el } from "../dom.js";
import { unescaped } from "../text/tokens.js";

// From what Slack sends to what the person typed: mentions by handle, bare addresses, signs as they are.
export function asTyped(state, text) {
  const plain = text.replace(/<([^<>|]+)(?:\|([^<>]*))?>/g, (whole, target, label) => {
    if (target[0] === "@") return `@${state.people.get(target.slice(1))?.name ?? label ?? target}`;
    if (target[0] === "#") return label ? `#${label}` : whole;
    return target[0] === "!" ? whole : target;
  });
  return unescaped(plain);
}

function onKey(event, save, cancel) {
  if (event.isComposing) return;
  if (event.key === "Escape") cancel();
  if (event.key !== "Enter" || event.shiftKey) return;
  event.preventDefault();
  save();
}

export function editor(app, message) {
  const area = el("textarea", { rows: 2, dir: "auto", "aria-label": "Edit message", "data-focus": "editor" });
  area.value = asTyped(app.state, message.text);
  const cancel = () => app.edit(null);
  const save = async () => {
    const outcome = await app.post("edit", { channel: message.channel, ts: message.ts, text: area.value });
    if (outcome.ok) app.edit(null);
  };
  area.addEventListener("keydown", (event) => onKey(event, save, cancel));
  requestAnimationFrame(() => area.focus());
  return el(
    "div",
    { class: "editor" },
    area,
    el(
      "div",
      { class: "buttons" },
      el("button", { type: "button", class: "button", onclick: cancel }, "Cancel"),
      el("button", { type: "button", class: "button primary", onclick: save }, "Save"),
    ),
  );
}
