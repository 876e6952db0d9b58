// Who calls: the demo's customers, or any number.

import { ask } from "/phone/hotline.js";
import { facts, line, put, say } from "/phone/words.js";

const choice = document.getElementById("caller");
const number = document.getElementById("from");
let callers = [];

const chosen = () => callers.find((caller) => caller.number === number.value.trim());

export const from = () => number.value.trim();

/** Where messages to this caller go: a customer's registered phone, whatever they call from. */
export const phone = () => chosen()?.phone ?? from();

function fill() {
  const caller = callers[choice.selectedIndex];
  number.value = caller.number;
  const rows = [
    [facts.story, say(caller.zh, caller.en)],
    [facts.wallet, say(caller.walletNo, "")],
    [facts.phone, say(caller.phone, "")],
    [facts.tail, say(caller.certificateTail, "")],
    ...caller.answers.map((answer) => [say(answer.questionZh, answer.questionEn), say(answer.keys ?? answer.zh ?? "", answer.keys ? "" : answer.en ?? "")]),
  ];
  document.getElementById("facts").replaceChildren(...rows.flatMap(([name, value]) =>
    [put(document.createElement("dt"), name), put(document.createElement("dd"), value)]));
}

export async function loadCallers() {
  callers = await ask("/phone/callers");
  choice.replaceChildren(...callers.map((caller) => new Option(`${caller.name} · ${line(say(caller.zh, ""))}`)));
  choice.onchange = fill;
  fill();
}
