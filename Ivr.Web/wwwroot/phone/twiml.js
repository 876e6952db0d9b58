// Prints the documents of the last turn with one verb a line.

const escape = (text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;");

function print(element, depth) {
  const indent = "  ".repeat(depth);
  const attributes = [...element.attributes].map((one) => ` ${one.name}="${escape(one.value)}"`).join("");
  const open = `${indent}<${element.tagName}${attributes}`;
  if (element.children.length > 0) {
    return `${open}>\n${[...element.children].map((child) => print(child, depth + 1)).join("\n")}\n${indent}</${element.tagName}>`;
  }
  return element.textContent ? `${open}>${escape(element.textContent)}</${element.tagName}>` : `${open} />`;
}

function pretty(text) {
  const document = new DOMParser().parseFromString(text, "text/xml");
  return document.querySelector("parsererror") ? text : print(document.documentElement, 0);
}

export function showTwiml(events) {
  if (events.length === 0) return;
  document.getElementById("path").textContent = `POST ${events.at(-1).path}`;
  document.getElementById("twiml").textContent = events.length === 1
    ? pretty(events[0].text)
    : events.map((event) => `POST ${event.path}\n${pretty(event.text)}`).join("\n\n");
}
