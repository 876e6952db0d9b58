// What was said and done, the newest below.

import { deeds, put } from "/phone/words.js";
import { tagOf } from "/phone/voice.js";

const box = document.getElementById("transcript");
const callerDeeds = ["Presses", "Says", "IsSilent", "HangsUp"];
let keys = null;

function append(item, kind) {
  item.className = kind;
  box.append(item);
  box.scrollTop = box.scrollHeight;
  return item;
}

export function clear() {
  keys = null;
  box.replaceChildren();
}

export function note(words, kind = "line") {
  keys = null;
  return append(put(document.createElement("p"), words), kind);
}

/** Shows one thing that happened; gives what a voice has to do for it. */
export function add(event, callerLanguage) {
  if (event.kind === "spoken") {
    keys = null;
    const item = document.createElement("p");
    item.textContent = event.text;
    item.lang = tagOf(event.language);
    return { ...event, item: append(item, "spoken") };
  }
  if (event.kind === "played") return { ...event, item: note({ zh: `♪ ${event.text}`, en: "" }, "spoken") };
  if (event.kind === "paused") return event;
  if (event.kind === "Presses") return press(event.text);
  const item = note(deeds[event.kind](event.text), callerDeeds.includes(event.kind) ? "caller" : "line");
  if (event.kind === "Says") item.lang = tagOf(callerLanguage);
  return null;
}

// Keys pressed one after another are one entry.
function press(key) {
  const all = (keys?.dataset.keys ?? "") + key;
  const item = keys ? put(keys, deeds.Presses(all)) : note(deeds.Presses(all), "caller");
  item.dataset.keys = all;
  keys = item;
  box.scrollTop = box.scrollHeight;
  return null;
}
