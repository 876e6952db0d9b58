// The handset's screen and keys: what can be done now, the keys pressed so far, and how long silence may last.

import { digits, ends, keyNames, line, put, say, states, transferChoices, transferEnds } from "/phone/words.js";

const $ = (id) => document.getElementById(id);
const keys = [["1", ""], ["2", "ABC"], ["3", "DEF"], ["4", "GHI"], ["5", "JKL"], ["6", "MNO"], ["7", "PQRS"], ["8", "TUV"], ["9", "WXYZ"], ["*", ""], ["0", ""], ["#", ""]];

export function layKeys(press) {
  $("keys").replaceChildren(...keys.map(([key, letters]) => {
    const button = document.createElement("button");
    const small = document.createElement("small");
    button.type = "button";
    button.disabled = true;
    button.dataset.key = key;
    small.textContent = letters;
    if (key === "0") put(small, say("人工", ""));
    button.append(key, small);
    button.setAttribute("aria-label", key in keyNames ? line(keyNames[key]) : key);
    button.onclick = () => press(key);
    return button;
  }));
}

/** A key goes down for a moment when it is pressed on the real keyboard. */
export function flash(key) {
  const button = $("keys").querySelector(`[data-key="${CSS.escape(key)}"]`);
  button.classList.add("down");
  setTimeout(() => button.classList.remove("down"), 150);
}

export const showEntry = (text) => { $("entry").textContent = text; };

export const showLast = (text, tag) => { $("last").textContent = text; $("last").lang = tag; };

export function showState(words) {
  if ($("state").textContent !== line(words)) put($("state"), words);
}

/** The part of the time that is left, and its seconds; without seconds nothing is shown. */
export function showClock(part, seconds) {
  $("countdown").style.width = `${part * 100}%`;
  $("clock").textContent = seconds === undefined ? "" : `${seconds} s`;
}

function stateOf(call, why) {
  if (call.isOver) return ends[why] ?? states.lost;
  if (call.listening?.numDigits === 1) return call.listening.speech ? states.oneOrSpeak : states.one;
  if (call.listening) return digits(call.listening.numDigits, call.listening.finishOnKey, call.listening.speech);
  if (call.isRecording) return states.recording;
  if (call.isInQueue) return states.queue;
  return call.waitsFor ? states.ringing : states.listen;
}

/** Enables what can be done. Whoever stands on a control that goes away is taken to the next useful one. */
export function showControls(call, why, act) {
  const focused = document.activeElement;
  const live = Boolean(call) && !call.isOver;
  const waits = live && !call.listening && call.waitsFor;
  $("dial").disabled = live;
  $("hangup").disabled = !live;
  $("caller").disabled = live;
  $("from").readOnly = live;
  $("silence").disabled = !live || call.silenceSeconds === null;
  for (const key of $("keys").children) key.disabled = !live;
  const speech = live && Boolean(call.listening?.speech);
  for (const id of ["words", "say", "microphone"]) $(id).disabled = !speech;
  if (call) showState(stateOf(call, why));
  $("leave").hidden = !live || !call.isRecording;
  $("leave").onclick = () => act("message");
  $("agent").hidden = !live || !call.waitsFor;
  if (waits) showEnds(call, act);
  if (focused?.disabled || focused?.closest("[hidden]")) (live ? $("screen") : $("dial")).focus({ preventScroll: true });
}

function showEnds(call, act) {
  $("waits").textContent = call.waitsFor;
  if ($("ends").dataset.of === String(call.isInQueue) && $("ends").childElementCount > 0) return;
  $("ends").dataset.of = String(call.isInQueue);
  $("ends").replaceChildren(...transferChoices[call.isInQueue ? "queue" : "ringing"].map((word) => {
    const button = put(document.createElement("button"), transferEnds[word]);
    button.type = "button";
    button.dataset.end = word;
    button.onclick = () => act("agent", word);
    return button;
  }));
}
