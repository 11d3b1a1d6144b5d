// What becomes of what was typed: a message, a command of the app, or one of the workspace's own.

import { personOf } from "../state.js";

function find(state, text) {
  const asked = text.trim().replace(/^@/, "").toLowerCase();
  return [...state.people.values()].find((person) =>
    [person.name, person.real_name].some((name) => name.toLowerCase() === asked),
  );
}

async function member(app, path, channel, text) {
  const person = find(app.state, text);
  if (person) return app.post(path, { channel, person: person.id, by: app.state.me });
  app.tell(`Nobody here is called “${text.trim() || "…"}”.`);
  return { ok: false };
}

const OWN = {
  "/invite": (app, { channel }, rest) => member(app, "invite", channel, rest),
  "/remove": (app, { channel }, rest) => member(app, "kick", channel, rest),
  "/me": (app, where, rest) => app.post("say", { ...where, text: rest, subtype: "me_message" }),
};

// Two slashes make it a message: people begin a remark with them.
const isCommand = (text) => /^\/[^\s/]/.test(text);

// `where`: channel and, in a thread, thread_ts and broadcast. Gives the outcome.
export function sendTyped(app, where, text, file) {
  if (file) return app.post("upload", { channel: where.channel, thread_ts: where.thread_ts, text, ...file });
  const [command, rest] = [text.split(/\s/, 1)[0], text.replace(/^\S+\s?/, "")];
  if (personOf(app.state, app.state.me).kind === "bot") return app.post("bots/say", { ...where, text });
  if (!isCommand(text)) return app.post("say", { ...where, text });
  if (OWN[command]) return OWN[command](app, where, rest);
  return app.post("command", { channel: where.channel, thread_ts: where.thread_ts, command, text: rest });
}
