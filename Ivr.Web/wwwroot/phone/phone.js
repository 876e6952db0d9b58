// The browser telephone: it shows, speaks, counts the silence and presses. What Twilio would do with that is done on the server.

import { from, loadCallers, phone } from "/phone/caller.js";
import { flash, layKeys, showClock, showControls, showEntry, showLast, showState } from "/phone/handset.js";
import { Wrong, ask, tell } from "/phone/hotline.js";
import { showMessages } from "/phone/messages.js";
import { forget, showPlace } from "/phone/place.js";
import { add, clear, note } from "/phone/transcript.js";
import { showTwiml } from "/phone/twiml.js";
import { canListen, languageOf, listenOnce, playRecording, speak, tagOf, voiceFor, voicesLoaded, wait } from "/phone/voice.js";
import { noVoice, put, states, wrongs } from "/phone/words.js";

const $ = (id) => document.getElementById(id);

let call = null;
let ending = null;
let quiet = new AbortController();
let isFirm = false; // a sentence that keys do not interrupt is being spoken
let pending = Promise.resolve();

function hush() {
  quiet.abort();
  quiet = new AbortController();
  isFirm = false;
  document.querySelector("#transcript .now")?.classList.remove("now");
  showClock(0);
}

// One thing after another: a key pressed while the last answer is on its way waits for it.
function next(something) {
  pending = pending.then(something).catch((cause) => complain(cause instanceof Wrong ? cause : new Wrong({ zh: cause.message, en: "" }, false)));
  return pending;
}

function complain(wrong) {
  note(wrong.words, "wrong");
  if (wrong.isFinal) {
    hush();
    call = null;
    showEntry("");
    showState(states.lost);
    showControls(null, null, act);
  }
}

const isLive = () => Boolean(call) && !call.isOver;

function act(what, text = "") {
  hush();
  return next(async () => {
    if (isLive()) await show(await ask(`/phone/calls/${call.callSid}/${what}`, { text }));
  });
}

/** A key stops the voice only where somebody listens to keys. */
function press(key) {
  if (!isLive()) return;
  flash(key);
  if (isFirm) {
    note(wrongs.early);
  } else if (call.listening) {
    showEntry($("entry").textContent + key);
    act("press", key);
  } else {
    next(async () => { if (isLive()) await show(await ask(`/phone/calls/${call.callSid}/press`, { text: key }), false); });
  }
}

async function show(now, speaks = true) {
  const language = call?.listening?.language ?? "zh";
  call = now;
  ending = now.events.findLast((event) => event.kind === "Ends")?.text ?? ending;
  showTwiml(now.events.filter((event) => event.kind === "twiml"));
  const sounds = now.events.filter((event) => event.kind !== "twiml").map((event) => add(event, language)).filter(Boolean);
  showEntry(now.pressed);
  showPlace(now.place);
  showControls(now, ending, act);
  $("words").placeholder = now.listening?.speech ? (languageOf(now.listening.language) === "zh" ? "退款" : "refund") : "";
  if (speaks) {
    hush();
    play(sounds, quiet.signal);
  }
  await showMessages(phone());
}

// Speaks, then counts the silence that the hotline allows.
async function play(sounds, signal) {
  for (const sound of sounds) {
    if (signal.aborted) return;
    sound.item?.classList.add("now");
    isFirm = sound.kind !== "paused" && !sound.interruptible && Boolean(call.listening);
    if (sound.kind === "spoken") {
      showLast(sound.text, tagOf(sound.language));
      await speak(sound.text, sound.language, $("mute").checked, signal);
    } else if (sound.kind === "played") {
      await playRecording(sound.text, $("mute").checked, signal);
    } else if (!(await count(sound.seconds, signal))) {
      return;
    }
    sound.item?.classList.remove("now");
  }
  if (signal.aborted) return;
  isFirm = false;
  if (call.silenceSeconds === null || call.isOver) return;
  // A queue that plays nothing is not asked without a breath.
  if (await count(Math.max(call.silenceSeconds, 1), signal)) act("silence");
}

/** False where it was broken off. */
async function count(seconds, signal) {
  const end = performance.now() + seconds * 1000;
  for (let left = seconds; left > 0 && !signal.aborted; left = (end - performance.now()) / 1000) {
    showClock(left / seconds, Math.ceil(left));
    await wait(Math.min(200, left * 1000), signal);
  }
  if (!signal.aborted) showClock(0);
  return !signal.aborted;
}

function dial() {
  hush();
  if (!from()) {
    note(wrongs.number, "wrong");
    $("from").focus();
    return;
  }
  call = null;
  clear();
  forget();
  ending = null;
  showLast("", "");
  showState(states.dialling);
  // A control that is disabled while somebody stands on it would lose them.
  if (document.activeElement === $("dial")) $("screen").focus({ preventScroll: true });
  $("dial").disabled = true;
  next(async () => {
    try {
      await show(await ask("/phone/calls", { from: from() }));
    } finally {
      showControls(call, ending, act);
    }
  });
}

async function listen() {
  hush();
  const { signal } = quiet;
  $("microphone").setAttribute("aria-pressed", "true");
  try {
    const words = await listenOnce(call.listening.language, signal);
    if (signal.aborted) return;
    if (words) act("say", words);
    else note(wrongs.unheard), act("silence");
  } catch {
    note(wrongs.noMicrophone, "wrong");
    play([], signal);
  } finally {
    $("microphone").setAttribute("aria-pressed", "false");
  }
}

function speakTyped(event) {
  event.preventDefault();
  const words = $("words").value.trim();
  $("words").value = "";
  if (words) act("say", words);
}

// Who types is about to speak: the voice stops, and no silence is counted.
function type() {
  hush();
  if (!$("words").value) play([], quiet.signal);
}

function pressTyped(event) {
  const typing = event.target.closest?.("input:not([type=checkbox]):not([readonly]):not([disabled]), select, textarea");
  if (typing || event.ctrlKey || event.metaKey || event.altKey || !/^[0-9*#]$/.test(event.key) || !isLive()) return;
  event.preventDefault();
  press(event.key);
}

async function tellOfVoices() {
  await voicesLoaded();
  const missing = ["zh", "en"].find((language) => !voiceFor(language));
  if (missing) put($("voices"), noVoice[missing]).hidden = false;
}

async function start() {
  layKeys(press);
  showState(states.idle);
  $("dial").onclick = dial;
  $("hangup").onclick = () => act("hangup");
  $("silence").onclick = () => act("silence");
  $("speech").onsubmit = speakTyped;
  $("microphone").hidden = !canListen;
  $("microphone").onclick = listen;
  $("words").oninput = type;
  document.addEventListener("keydown", pressTyped);
  addEventListener("pagehide", () => { if (isLive()) tell(`/phone/calls/${call.callSid}/hangup`); });
  tellOfVoices();
  next(async () => {
    await loadCallers();
    await showMessages(phone());
  });
}

start();
