// Follows what changes in the workspace: one long poll after the other, reading again only what is shown.

import { read } from "./api.js";

const PAUSE = 1000;

const IN_CHANNELS = ["message", "message_changed", "message_deleted", "reaction", "ephemeral"];
const EVERYWHERE = ["person", "channel", "member", "socket", "clock", "app"];
const OWN = { modal: "modal", home: "home", notice: "notices" };

// The parts to read again after one change.
function partsOf(state, change) {
  if (EVERYWHERE.includes(change.kind))
    return change.kind === "app" ? ["state", "messages", "replies", "modal", "home"] : ["state"];
  if (OWN[change.kind]) return change.person === state.me ? [OWN[change.kind]] : [];
  if (!IN_CHANNELS.includes(change.kind)) return [];
  return change.channel === state.place.channel ? ["channels", "messages", "replies"] : ["channels"];
}

const pause = () =>
  new Promise((resolve) => {
    setTimeout(resolve, PAUSE);
  });

async function next(app) {
  const { seq, changes } = await read("changes", { since: app.state.since, timeout: 25 });
  app.state.since = seq;
  await app.load(...new Set(changes.flatMap((change) => partsOf(app.state, change))));
}

// Runs as long as the page is open; after a break it starts from the workspace as it is then.
export async function follow(app) {
  for (;;) {
    try {
      await next(app);
    } catch (error) {
      console.warn(error);
      app.reachable(false);
      await pause();
      await app.restart().then(
        () => app.reachable(true),
        () => undefined,
      );
    }
  }
}
