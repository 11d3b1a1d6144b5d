// The sandbox's clock: what time it is there for the person, and the controls that move it.

import { el, hiddenWords, newId } from "../dom.js";
import { icon } from "../icons.js";
import { nowOf, zoneOf } from "../state.js";
import { clockTime, fieldTime, shortDay } from "../text/dates.js";

const SECOND = 1000;
const YEARS = { min: "2010-01-02T00:00", max: "2199-12-30T23:59" };

// What each button asks the sandbox for; only the sandbox reckons with zones and their changes.
const MOVES = [
  ["+ 1 hour", () => ({ advance_seconds: 3600 })],
  ["+ 1 day", (zone) => ({ advance_days: { days: 1, zone } })],
  ["Next Tuesday 10:00", (zone) => ({ next: { weekday: "tuesday", at: "10:00", zone } })],
];

export class Clock {
  #chosen = false;

  constructor(app, node) {
    Object.assign(this, { app, node });
    this.time = el("time", {});
    this.zone = el("span", { class: "clock-zone" });
    this.field = el("input", { type: "datetime-local", id: newId(), ...YEARS, required: true });
    this.words = el("p", { role: "status" });
    this.said = el("div", { class: "clock-said" }, this.words, this.#dismiss());
    this.moves = el("div", { class: "clock-moves", id: newId() }, this.#buttons(), this.#form(), this.said);
    this.toggle = this.#toggle();
    node.append(el("p", { class: "clock-now" }, this.time, " ", this.zone), this.toggle, this.moves);
    node.addEventListener("keydown", (event) => event.key === "Escape" && this.#fold());
    setInterval(() => this.show(), SECOND);
  }

  show() {
    const { state } = this.app;
    if (!state.me || !state.clock.at) return;
    const [at, zone] = [nowOf(state), zoneOf(state)];
    setText(this.time, `${shortDay(at, zone)}, ${clockTime(at, zone)}`);
    this.time.dateTime = new Date(at).toISOString();
    setText(this.zone, state.clock.frozen ? `stopped · ${zone}` : zone);
    if (!this.#chosen && document.activeElement !== this.field) this.field.value = fieldTime(at, zone);
  }

  #buttons() {
    const button = ([label, fields]) => {
      const onclick = () => this.#move(fields(zoneOf(this.app.state)));
      return el("button", { type: "button", class: "button", onclick }, label);
    };
    return el("div", { class: "buttons" }, MOVES.map(button));
  }

  #form() {
    this.field.addEventListener("input", () => {
      this.#chosen = true;
    });
    const onsubmit = (event) => {
      event.preventDefault();
      this.#move({ local: { time: this.field.value, zone: zoneOf(this.app.state) } });
    };
    const label = el("label", { for: this.field.id }, "Go to", hiddenWords(" a date and time"));
    return el("form", { class: "clock-form", onsubmit }, label, this.field, el("button", { class: "button" }, "Go"));
  }

  // On narrow screens the controls come and go.
  #toggle() {
    const onclick = () => this.#open(this.toggle.getAttribute("aria-expanded") !== "true");
    const state = { "aria-expanded": "false", "aria-controls": this.moves.id };
    const words = el("span", {}, "Move", el("span", { class: "clock-word" }, " the clock"));
    return el("button", { type: "button", class: "quiet clock-toggle", ...state, onclick }, words, icon("down"));
  }

  #dismiss() {
    const onclick = () => this.#say("");
    const label = { "aria-label": "Dismiss", title: "Dismiss" };
    return el("button", { type: "button", class: "quiet icon-button", ...label, onclick }, icon("close"));
  }

  #open(open) {
    this.toggle.setAttribute("aria-expanded", String(open));
  }

  #fold() {
    const within = this.moves.contains(document.activeElement);
    this.#say("");
    this.#open(false);
    if (within) this.toggle.focus();
  }

  // What is to be noticed is shown; the rest is for those who listen to the page and see no clock.
  #say(words, { shown = false } = {}) {
    this.words.textContent = words;
    this.said.classList.toggle("shown", shown);
  }

  async #move(fields) {
    const outcome = await this.app.post("clock", fields, { quiet: true });
    if (!outcome.ok) return this.#say(outcome.detail, { shown: true });
    this.#chosen = false;
    const [at, zone] = [Date.parse(outcome.now), zoneOf(this.app.state)];
    const now = `It is ${shortDay(at, zone)}, ${clockTime(at, zone)} in ${zone}.`;
    return this.#say([outcome.note, now].filter(Boolean).join(" "), { shown: Boolean(outcome.note) });
  }
}

// Only what differs is written, so that nothing is drawn anew each second.
function setText(node, text) {
  if (node.textContent !== text) node.textContent = text;
}
