// Going somewhere: the address names a person, a place and perhaps a thread; this reads what has to be shown there.

import { hrefTo, placeKey, readRoute } from "./route.js";
import { channelOf } from "./state.js";

function firstPerson(state) {
  return (
    [...state.people.values()].find((person) => person.kind === "member" && !person.deleted)?.id ??
    [...state.people.keys()][0]
  );
}

function firstChannel(state) {
  const open = state.channels.filter((channel) => !channel.is_archived);
  return (open.find((channel) => channel.bot_is_member && !channel.read_only) ?? open[0])?.id ?? "";
}

// The app's tabs are opened as in Slack's client: the app is told.
async function appTab(app, name) {
  const opened = await app.post("open_home", { tab: name });
  if (opened.ok) app.state.home = opened.view;
  if (opened.ok && !channelOf(app.state, opened.channel)) await app.load("channels");
  return { name, channel: name === "messages" ? (opened.channel ?? "") : "" };
}

async function placeOf(app, name) {
  if (["home", "messages"].includes(name)) return appTab(app, name);
  const known = channelOf(app.state, name);
  if (known?.members.includes(app.state.bot) && known.kind === "im") return appTab(app, "messages");
  return { name: "channel", channel: known ? known.id : firstChannel(app.state) };
}

async function becomePerson(app, person) {
  await app.modal.flush();
  app.state.me = person;
  app.state.editing = "";
  await app.load("state", "modal", "notices");
}

async function arrive(app, wanted, isLatest) {
  const { state } = app;
  const person = state.people.has(wanted.person) ? wanted.person : state.me || firstPerson(state);
  if (person !== state.me) await becomePerson(app, person);
  const place = await placeOf(app, wanted.place);
  if (!isLatest()) return;
  const stays = [placeKey(place), place.channel].includes(wanted.place);
  Object.assign(state, { place, thread: stays ? wanted.thread : "", limit: 300 });
  history.replaceState(null, "", hrefTo(state, { place: placeKey(place), thread: state.thread }));
  app.view(state.thread ? "thread" : "main");
  await app.load("messages", "replies");
}

// Gives go(), which draws nothing until everything is read, so that nobody sees another person's channel.
export function createGo(app) {
  const turn = { last: 0 };

  return async function go() {
    turn.last += 1;
    const own = turn.last;
    app.hold();
    try {
      await arrive(app, readRoute(location.hash), () => own === turn.last);
    } finally {
      app.release();
    }
  };
}
