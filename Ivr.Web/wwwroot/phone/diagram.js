// Draws a flow's table as layers from its first state, and marks where the call stands.

const svg = "http://www.w3.org/2000/svg";
const row = 92;
const gap = 26;
const height = 32;

const element = (name, attributes, ...children) => {
  const node = document.createElementNS(svg, name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  node.append(...children);
  return node;
};

const widthOf = (name) => Math.max(70, name.length * 7.2 + 22);

function layersOf(initial, arrows) {
  const depth = new Map([[initial, 0]]);
  const waiting = [initial];
  while (waiting.length > 0) {
    const from = waiting.shift();
    for (const arrow of arrows.filter((one) => one.from === from && !depth.has(one.to))) {
      depth.set(arrow.to, depth.get(from) + 1);
      waiting.push(arrow.to);
    }
  }
  for (const { from, to } of arrows) for (const state of [from, to]) if (!depth.has(state)) depth.set(state, 0);
  const layers = [];
  for (const [state, at] of depth) (layers[at] ??= []).push(state);
  return layers;
}

function placesOf(layers) {
  const widths = layers.map((layer) => layer.reduce((sum, state) => sum + widthOf(state) + gap, -gap));
  const widest = Math.max(...widths);
  const places = new Map();
  layers.forEach((layer, at) => {
    let x = (widest - widths[at]) / 2 + 30;
    for (const state of layer) {
      places.set(state, { x, y: at * row + 16, width: widthOf(state) });
      x += widthOf(state) + gap;
    }
  });
  return { places, width: widest + 60, height: (layers.length - 1) * row + height + 40 };
}

function pathOf(from, to) {
  const start = { x: from.x + from.width / 2, y: from.y + height };
  const end = { x: to.x + to.width / 2, y: to.y };
  if (from === to) {
    const x = from.x + from.width;
    return `M ${x - 14} ${from.y} C ${x + 6} ${from.y - 16}, ${x + 26} ${from.y + 10}, ${x} ${from.y + 12}`;
  }
  if (to.y > from.y) return `M ${start.x} ${start.y} C ${start.x} ${start.y + 30}, ${end.x} ${end.y - 30}, ${end.x} ${end.y - 3}`;
  const side = Math.max(from.x + from.width, to.x + to.width) + 14;
  return `M ${from.x + from.width} ${from.y + 16} C ${side + 20} ${from.y + 16}, ${side + 20} ${to.y + 16}, ${to.x + to.width + 3} ${to.y + 16}`;
}

export function draw(place) {
  const { places, width, height: tall } = placesOf(layersOf(place.initial, place.arrows));
  const drawing = element("svg", { viewBox: `0 0 ${width} ${tall}`, width, height: tall, role: "img" });
  drawing.append(element("title", {}, `${place.flow}: ${place.state}`));
  drawing.append(
    element("defs", {}, element("marker", { id: "tip", viewBox: "0 0 8 8", refX: 6, refY: 4, markerWidth: 7, markerHeight: 7, orient: "auto" },
      element("path", { d: "M0 0 L8 4 L0 8 Z" }))));
  for (const arrow of place.arrows) {
    const line = element("path", { d: pathOf(places.get(arrow.from), places.get(arrow.to)), "marker-end": "url(#tip)" });
    line.append(element("title", {}, `${arrow.from} → ${arrow.to}: ${arrow.trigger}`));
    drawing.append(line);
  }
  for (const [state, at] of places) {
    const box = element("g", { class: state === place.state ? "now" : "" },
      element("rect", { x: at.x, y: at.y, width: at.width, height, rx: 9 }),
      element("text", { x: at.x + at.width / 2, y: at.y + 20, "text-anchor": "middle" }, state));
    drawing.append(box);
  }
  return drawing;
}
