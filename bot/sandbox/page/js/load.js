// Reading the parts of the workspace that are shown. A later reading of a part overtakes an earlier one.

import { read, Refused } from "./api.js";
import { nowOf } from "./state.js";

const JUMP = 30_000;

// Whether the clock was moved since it was read last: "today" in a message is another day then.
function takeClock(state, found) {
  const expected = state.clock.at && nowOf(state);
  state.clock = { at: Date.parse(found.now), read: Date.now(), frozen: found.frozen };
  return Math.abs(state.clock.at - expected) > JUMP;
}

// A new revision draws everything anew that shows names or days.
function takeState(state, found) {
  Object.assign(state, {
    team: found.team,
    app: found.app,
    bot: found.bot_user_id,
    connections: found.connections,
    channels: found.channels,
  });
  if (takeClock(state, found)) state.revision += 1;
  const named = JSON.stringify([found.people, found.channels.map((channel) => [channel.id, channel.name])]);
  if (named === state.named) return;
  state.people = new Map(found.people.map((person) => [person.id, person]));
  Object.assign(state, { named, revision: state.revision + 1 });
}

const READINGS = {
  state: { path: "state", take: takeState },
  channels: {
    path: "channels",
    take: (state, found) => {
      state.channels = found.channels;
    },
  },
  messages: {
    path: "messages",
    query: (state) => state.place.channel && { channel: state.place.channel, limit: state.limit },
    take: (state, found) => {
      state.messages = found?.messages ?? [];
    },
  },
  replies: {
    path: "messages",
    query: (state) => state.thread && { channel: state.place.channel, thread_ts: state.thread },
    take: (state, found) => {
      state.replies = found?.messages ?? [];
    },
  },
  modal: {
    path: "modal",
    take: (state, found) => {
      state.modal = found;
    },
  },
  home: {
    path: "home",
    take: (state, found) => {
      state.home = found.view;
    },
  },
  notices: {
    path: "notices",
    take: (state, found) => {
      state.notices = found.notices;
    },
  },
};

// What a person may not see or what is gone shows as nothing; everything else is an error.
async function readOrNothing(path, query) {
  try {
    return await read(path, query);
  } catch (error) {
    if (error instanceof Refused) return null;
    throw error;
  }
}

export function createLoader(state, shown) {
  const turns = new Map();

  async function load(part) {
    const { path, query = () => ({}), take } = READINGS[part];
    const turn = (turns.get(part) ?? 0) + 1;
    turns.set(part, turn);
    const asked = query(state);
    const found = asked ? await readOrNothing(path, { person: state.me, ...asked }) : null;
    if (turns.get(part) !== turn) return;
    if (found || asked === "" || ["messages", "replies"].includes(part)) take(state, found);
    shown(part);
  }

  return (...parts) => Promise.all(parts.map(load));
}
