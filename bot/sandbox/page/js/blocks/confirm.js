// A question with two answers, asked before something happens.

import { el, newId } from "../dom.js";
import { textObject } from "../text/mrkdwn.js";

function dialogOf(state, asked, answer) {
  const id = newId();
  const yes = asked.style === "danger" ? "button danger" : "button primary";
  const buttons = [
    el("button", { type: "button", class: "button", onclick: () => answer(false) }, asked.deny.text),
    el("button", { type: "button", class: yes, onclick: () => answer(true) }, asked.confirm.text),
  ];
  return el(
    "dialog",
    { class: "confirm", "aria-labelledby": id },
    el("h2", { id }, asked.title.text),
    el("div", { class: "words" }, textObject(state, asked.text)),
    el("div", { class: "buttons" }, buttons),
  );
}

// `asked` as Block Kit's confirmation dialog. Gives whether the person confirmed.
export function confirmed(state, asked) {
  if (!asked) return Promise.resolve(true);
  return new Promise((resolve) => {
    const dialog = dialogOf(state, asked, (answer) => {
      dialog.close();
      dialog.remove();
      resolve(answer);
    });
    dialog.addEventListener("cancel", () => {
      dialog.remove();
      resolve(false);
    });
    document.body.append(dialog);
    dialog.showModal();
  });
}
