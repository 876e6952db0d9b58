// The browser telephone: it shows, speaks, counts the silence and presses. What Twilio would do with that is done on the server.

import { draw } from "/phone/diagram.js";
import { Recognition, listenOnce, speak } from "/phone/voice.js";

const $ = (id) => document.getElementById(id);
const keys = [["1", ""], ["2", "ABC"], ["3", "DEF"], ["4", "GHI"], ["5", "JKL"], ["6", "MNO"], ["7", "PQRS"], ["8", "TUV"], ["9", "WXYZ"], ["*", ""], ["0", "人工"], ["#", ""]];
const queueEnds = { answers: "接听，谈完挂断 Answers, talks, hangs up", full: "队列满 Queue full", error: "出错 Error", "system-error": "系统错误 System error" };
const dialEnds = { answers: "接听，谈完挂断 Answers, talks, hangs up", busy: "占线 Busy", "no-answer": "无人接听 No answer", declines: "拒接 Declines", failed: "打不通 Failed" };

let callers = [];
let call = null;
let quiet = new AbortController();
let pending = Promise.resolve();

async function ask(path, body) {
  const response = await fetch(path, body === undefined ? {} : { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });
  if (!response.ok) throw new Error(await response.text());
  return response.json();
}

function add(kind, text, language) {
  const item = document.createElement("li");
  item.className = kind;
  item.textContent = text;
  if (language) item.lang = language.startsWith("cmn") ? "zh-CN" : "en";
  $("transcript").append(item);
  item.scrollIntoView({ block: "nearest" });
  return item;
}

const pretty = (twiml) => twiml.replace(/></g, ">\n<").replace(/\n<(Say|Play|Pause|Number|Task)/g, "\n  <$1").replace(/\n<\/(Gather|Dial)/g, "\n</$1");

function hush() {
  quiet.abort();
  quiet = new AbortController();
  $("countdown").style.width = "0";
}

// One thing after another: a key pressed while the last answer is on its way waits for it.
const act = (what, text = "") => {
  hush();
  pending = pending.then(async () => {
    if (call && !call.isOver) await show(await ask(`/phone/calls/${call.callSid}/${what}`, { text }));
  }).catch((cause) => add("line", cause.message));
  return pending;
};

async function show(next) {
  call = next;
  const said = [];
  for (const event of next.events) {
    if (event.kind === "spoken") said.push([add("spoken", event.text, event.language), event]);
    else if (event.kind === "twiml") $("twiml").textContent = pretty(event.text);
    else if (event.kind !== "played") add(event.kind, event.text);
    else add("line", `♪ ${event.text}`);
  }
  showPlace(next.place);
  showControls();
  showMessages();
  play(said, quiet.signal);
}

// Speaks, then counts the silence that the hotline allows.
async function play(said, signal) {
  for (const [item, event] of said) {
    if (signal.aborted) return;
    item.classList.add("now");
    await speak(event.text, event.language, $("mute").checked, signal);
    item.classList.remove("now");
  }
  if (signal.aborted || !call) return;
  if (call.listening) await countDown(call.listening.timeoutSeconds, signal);
  else if (call.isInQueue) await countDown(20, signal);
}

async function countDown(seconds, signal) {
  const end = performance.now() + seconds * 1000;
  while (!signal.aborted && performance.now() < end) {
    $("countdown").style.width = `${((end - performance.now()) / (seconds * 1000)) * 100}%`;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  if (!signal.aborted) act("silence");
}

function showControls() {
  const live = Boolean(call) && !call.isOver;
  $("dial").disabled = live;
  $("hangup").disabled = !live;
  $("silence").disabled = !live || !(call.listening || call.isInQueue);
  for (const key of $("keys").children) key.disabled = !live;
  const speech = live && Boolean(call.listening?.speech);
  for (const id of ["words", "say", "microphone"]) $(id).disabled = !speech;
  $("state").textContent = !live ? "通话结束 · call ended"
    : call.waitsFor ? `正在找人 · ${call.isInQueue ? "queue" : "ringing"}: ${call.waitsFor}`
    : call.listening?.numDigits === 1 ? "按键或说话 · press or speak"
    : call.listening ? `输入数字${call.listening.finishOnKey ? "，按 # 结束" : ""} · key in digits` : "请听 · listen";
  $("agent").hidden = !live || !call.waitsFor;
  $("waits").textContent = call?.waitsFor ?? "";
  $("ends").replaceChildren(...Object.entries(call?.isInQueue ? queueEnds : dialEnds).map(([word, label]) => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = label;
    button.onclick = () => act("agent", word);
    return button;
  }));
}

function showPlace(place) {
  if (!place) return;
  $("place").textContent = `${place.flow} · ${place.state} · ${place.level} · ${place.language}`;
  const drawing = draw(place);
  $("diagram").replaceChildren(drawing);
  drawing.querySelector(".now")?.scrollIntoView({ block: "nearest", inline: "center" });
}

async function showMessages() {
  const caller = callers.find((one) => one.number === $("from").value);
  const messages = await ask(`/phone/messages?to=${encodeURIComponent(caller?.phone ?? $("from").value)}`);
  if (messages.length === 0) return;
  $("messages").replaceChildren(...messages.map((message) => {
    const item = document.createElement("li");
    const time = document.createElement("time");
    time.textContent = `${new Date(message.at).toLocaleString()} · ${message.state}`;
    item.append(message.body, time);
    return item;
  }));
}

function choose() {
  const caller = callers[$("caller").selectedIndex];
  if (!caller) return;
  $("from").value = caller.number;
  const facts = [["故事", `${caller.zh} ${caller.en}`], ["钱包号", caller.walletNo], ["注册手机", caller.phone], ["证件尾号", caller.certificateTail],
    ...caller.answers.map((answer) => [answer.question, answer.keys])];
  $("facts").replaceChildren(...facts.flatMap(([name, value]) => {
    const term = document.createElement("dt");
    const fact = document.createElement("dd");
    term.textContent = name;
    fact.textContent = value;
    return [term, fact];
  }));
}

async function dial() {
  hush();
  $("transcript").replaceChildren();
  $("messages").replaceChildren();
  try {
    await show(await ask("/phone/calls", { from: $("from").value.trim() }));
  } catch (cause) {
    add("line", cause.message);
  }
}

async function start() {
  callers = await ask("/phone/callers");
  $("caller").replaceChildren(...callers.map((caller) => new Option(`${caller.name} · ${caller.tags.join(", ")}`)));
  $("keys").replaceChildren(...keys.map(([key, letters]) => {
    const button = document.createElement("button");
    const small = document.createElement("small");
    button.type = "button";
    button.disabled = true;
    small.textContent = letters;
    button.append(key, small);
    button.setAttribute("aria-label", { "*": "星号 star", "#": "井号 pound", 0: "0 人工 person" }[key] ?? key);
    button.onclick = () => act("press", key);
    return button;
  }));
  choose();
  $("caller").onchange = choose;
  $("dial").onclick = dial;
  $("hangup").onclick = () => act("hangup");
  $("silence").onclick = () => act("silence");
  $("speech").onsubmit = (event) => {
    event.preventDefault();
    const words = $("words").value.trim();
    $("words").value = "";
    if (words) act("say", words);
  };
  if (Recognition) {
    $("microphone").hidden = false;
    $("microphone").onclick = () => { hush(); listenOnce(call.listening.language, (words) => act("say", words)); };
  }
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest("input, select, textarea");
    if (!typing && !event.ctrlKey && !event.metaKey && !event.altKey && /^[0-9*#]$/.test(event.key) && call && !call.isOver) act("press", event.key);
  });
}

start();
