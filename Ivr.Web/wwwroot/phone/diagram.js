// Draws a flow's table: its states one below the other, the ways on at their right, the ways back at their left. Where the call stands is
// filled; where it can go from there is framed, with what would bring it there.

const svg = "http://www.w3.org/2000/svg";
const lane = 9;
const gap = 12;
const padding = 7;
const lineHeight = 16;

const element = (name, attributes, ...children) => {
  const node = document.createElementNS(svg, name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  node.append(...children);
  return node;
};

/** As they are met on the way from the first state, so that most arrows lead down. */
function order({ initial, arrows }) {
  const states = [initial];
  for (const state of states) for (const arrow of arrows) if (arrow.from === state && !states.includes(arrow.to)) states.push(arrow.to);
  for (const { from, to } of arrows) for (const state of [from, to]) if (!states.includes(state)) states.push(state);
  return states;
}

const ways = (arrows, from) => arrows.filter((arrow) => arrow.from === from);
const labels = (place, state) => [...new Set(ways(place.arrows, place.state).filter((arrow) => arrow.to === state).map((arrow) => arrow.trigger))];

/** One lane for each span, a short one nearer than the long one around it. */
function lanes(spans) {
  const taken = [];
  for (const span of spans.sort((one, other) => one.bottom - one.top - (other.bottom - other.top))) {
    span.lane = taken.findIndex((others) => others.every((other) => span.bottom < other.top || other.bottom < span.top));
    if (span.lane < 0) span.lane = taken.push([]) - 1;
    taken[span.lane].push(span);
  }
  return taken.length;
}

// Arrows into one state from one side share their lane and their tip.
function bundles(arrows, states, isRight) {
  const into = new Map();
  arrows.forEach(({ from, to }) => {
    const [start, end] = [states.indexOf(from), states.indexOf(to)];
    if (from === to || start < end !== isRight) return;
    const bundle = into.get(end) ?? { end, starts: new Set(), top: end, bottom: end };
    bundle.starts.add(start);
    bundle.top = Math.min(bundle.top, start);
    bundle.bottom = Math.max(bundle.bottom, start);
    into.set(end, bundle);
  });
  return [...into.values()];
}

const textWidth = (text, size) => [...text].length * size * 0.61;

export function draw(place, visited) {
  const flow = place.flows.at(-1);
  const states = order(place);
  const [right, left] = [bundles(place.arrows, states, true), bundles(place.arrows, states, false)];
  const rightLanes = lanes(right);
  const leftLanes = lanes(left);
  const width = Math.max(...states.map((state) => Math.max(textWidth(state, 13), ...labels(place, state).map((label) => textWidth(label, 11)))) ) + 30;
  const x = 16 + Math.max(leftLanes, 1) * lane;
  let y = 6;
  const boxes = states.map((state) => {
    const height = padding * 2 + lineHeight + labels(place, state).length * 14;
    const box = { state, y, height, middle: y + height / 2 };
    y += height + gap;
    return box;
  });
  const total = { width: x + width + 24 + rightLanes * lane, height: y };

  const drawing = element("svg", { viewBox: `0 0 ${total.width} ${total.height}`, width: total.width, height: total.height, role: "img", lang: "en" });
  const next = ways(place.arrows, place.state).map((arrow) => `${arrow.trigger}: ${arrow.to}`);
  drawing.append(element("title", {}, `${flow}, ${place.state}. ${next.length > 0 ? `Next: ${next.join("; ")}` : "An end."}`));
  drawing.append(element("defs", {}, ...["tip", "tip-next"].map((id) =>
    element("marker", { id, viewBox: "0 0 8 8", refX: 7, refY: 4, markerWidth: 8, markerHeight: 8, markerUnits: "userSpaceOnUse", orient: "auto" },
      element("path", { d: "M0 0 L8 4 L0 8 Z" })))));

  const paths = [];
  const draught = (bundle, edge, side) => {
    const target = boxes[bundle.end];
    const out = edge + side * (12 + bundle.lane * lane);
    for (const start of bundle.starts) {
      const isNext = boxes[start].state === place.state;
      const from = boxes[start].middle + 5;
      const to = target.middle - 4;
      const turn = Math.sign(to - from) * 6;
      const bend = side * 6;
      const d = `M ${edge} ${from} H ${out - bend} Q ${out} ${from} ${out} ${from + turn} V ${to - turn} Q ${out} ${to} ${out - bend} ${to} H ${edge + side}`;
      paths.push({ isNext, node: element("path", { d, class: isNext ? "next" : "way", "marker-end": `url(#tip${isNext ? "-next" : ""})` }) });
    }
  };
  right.forEach((bundle) => draught(bundle, x + width, 1));
  left.forEach((bundle) => draught(bundle, x, -1));
  // The ways from here lie above the others.
  drawing.append(...paths.sort((one, other) => one.isNext - other.isNext).map((path) => path.node));

  for (const box of boxes) {
    const reached = labels(place, box.state);
    const isNow = box.state === place.state;
    const kind = isNow ? "now" : reached.length > 0 ? "next" : visited.has(box.state) ? "been" : "";
    const middle = x + width / 2;
    const again = ways(place.arrows, box.state).some((arrow) => arrow.to === box.state) ? " ↻" : "";
    drawing.append(element("g", { class: kind },
      element("rect", { x, y: box.y, width, height: box.height, rx: 9 }),
      element("text", { x: middle, y: box.y + padding + 12, "text-anchor": "middle" }, box.state + again),
      ...reached.map((label, at) =>
        element("text", { x: middle, y: box.y + padding + 27 + at * 14, "text-anchor": "middle", class: "trigger" }, label))));
  }
  return drawing;
}
