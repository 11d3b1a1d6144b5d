// Says new messages aloud for those who listen to the page.

import { nameOf } from "../state.js";
import { plainWords } from "../text/mrkdwn.js";

const LONGEST = 200;

export class Announcer {
  #heard = { place: "", ts: "" };

  constructor(state, node) {
    Object.assign(this, { state, node });
  }

  // Announces what came since the last time, unless another place is shown now.
  announce() {
    const { me, place, thread, messages, replies } = this.state;
    const shown = [...messages, ...replies];
    const last = shown.reduce((latest, message) => (message.ts > latest ? message.ts : latest), "");
    const here = `${me} ${place.channel} ${thread}`;
    const fresh =
      this.#heard.place === here ? shown.filter((message) => message.ts > this.#heard.ts && message.user !== me) : [];
    this.#heard = { place: here, ts: last };
    if (fresh.length) this.node.textContent = fresh.map((message) => this.#words(message)).join(". ");
  }

  #words(message) {
    return `${nameOf(this.state, message.user)}: ${plainWords(this.state, message.text).slice(0, LONGEST)}`;
  }
}
