// The Home tab of the app.

import { el } from "../dom.js";
import { ViewBody } from "./view_body.js";

export class Home {
  constructor(app) {
    this.app = app;
    this.blocks = el("div", { class: "home-blocks" });
    this.empty = el("p", { class: "empty" }, "The app has shown nothing here yet.");
    this.node = el("div", { class: "home scroll", tabindex: 0, hidden: true }, this.empty, this.blocks);
    this.body = new ViewBody(app.state, this.blocks, {
      press: (fields) => app.post("press", { view: "home", ...fields }),
    });
  }

  show() {
    const { home } = this.app.state;
    this.empty.hidden = Boolean(home);
    if (home) this.body.show(home, home.state.values);
    else this.body.clear();
  }
}
