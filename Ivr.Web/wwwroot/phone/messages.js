// What was sent to the caller instead of a real message.

import { ask } from "/phone/hotline.js";
import { noMessages, put } from "/phone/words.js";

const list = document.getElementById("messages");
let shown = null;

export async function showMessages(number) {
  const messages = await ask(`/phone/messages?to=${encodeURIComponent(number)}`);
  const state = `${number} ${messages.map((message) => `${message.at} ${message.state}`)}`;
  if (state === shown) return;
  shown = state;
  const items = messages.map((message) => {
    const item = document.createElement("li");
    const body = document.createElement("span");
    const time = document.createElement("time");
    body.lang = message.language;
    body.textContent = message.body;
    time.dateTime = message.at;
    time.title = message.state;
    time.textContent = `${message.state} · ${new Date(message.at).toLocaleString("zh-CN", { month: "numeric", day: "numeric", hour: "2-digit", minute: "2-digit" })}`;
    item.append(body, time);
    return item;
  });
  const none = put(document.createElement("li"), noMessages);
  none.className = "none";
  list.replaceChildren(...(items.length > 0 ? items : [none]));
}
