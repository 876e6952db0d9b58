// Where the call stands: the flows under way, the state, the identity, and the diagram.

import { draw } from "/phone/diagram.js";
import { levels, placeNames, put, say } from "/phone/words.js";

const box = document.getElementById("diagram");
let visited = new Map();

export function forget() {
  visited = new Map();
}

export function showPlace(place) {
  if (!place) return;
  const flow = place.flows.at(-1);
  const seen = visited.get(flow) ?? new Set();
  visited.set(flow, seen.add(place.state));
  const rows = [
    [placeNames.flow, say("", place.flows.join(" › "))],
    [placeNames.state, say("", place.state)],
    [placeNames.level, levels[place.level] ?? say("", place.level)],
  ];
  document.getElementById("place").replaceChildren(...rows.flatMap(([name, value]) =>
    [put(document.createElement("dt"), name), put(document.createElement("dd"), value)]));
  document.getElementById("nowhere").hidden = true;
  box.hidden = false;
  const drawing = draw(place, seen);
  box.replaceChildren(drawing);
  const now = drawing.querySelector(".now rect");
  // Only the box scrolls, never the page.
  if (now) box.scrollTop = Number(now.getAttribute("y")) - box.clientHeight / 3;
}
