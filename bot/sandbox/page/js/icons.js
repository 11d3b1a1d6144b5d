// The page's few pictures, as outlines on a 20 by 20 grid.

const SVG = "http://www.w3.org/2000/svg";

const PATHS = {
  attach: "M14.5 9.2l-5 5a3.2 3.2 0 0 1-4.6-4.6l5.6-5.5a2.1 2.1 0 0 1 3 3L8 12.6a1 1 0 0 1-1.5-1.4l4.6-4.6",
  back: "M12 4.5L6.5 10l5.5 5.5",
  close: "M5.5 5.5l9 9m0-9l-9 9",
  down: "M5.5 8l4.5 4.5L14.5 8",
  file: "M6 3.5h5l3.5 3.5v9.5H6zM11 3.5V7h3.5",
  lock: "M6 9h8v7H6zM7.5 9V6.5a2.5 2.5 0 0 1 5 0V9",
  more: "M5 10h.01M10 10h.01M15 10h.01",
  reply: "M4.5 5h11v8H10l-3.5 3v-3h-2z",
  send: "M4 10h11m-5-5l5 5-5 5",
};

export function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", PATHS[name]);
  svg.setAttribute("viewBox", "0 0 20 20");
  svg.setAttribute("class", `icon icon-${name}`);
  svg.setAttribute("aria-hidden", "true");
  svg.append(path);
  return svg;
}
