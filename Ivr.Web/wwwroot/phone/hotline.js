// Asks the server, which plays Twilio's part. What goes wrong comes back as words for people.

import { wrongs } from "/phone/words.js";

export class Wrong extends Error {
  constructor(words, isFinal) {
    super(words.en);
    this.words = words;
    this.isFinal = isFinal;
  }
}

export async function ask(path, body) {
  const options = body === undefined ? {} : { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) };
  let response;
  try {
    response = await fetch(path, options);
  } catch {
    throw new Wrong(wrongs.away, true);
  }
  if (response.status === 404) throw new Wrong(wrongs.gone, true);
  if (response.status === 400) throw new Wrong(wrongs.refused, false);
  if (!response.ok) throw new Wrong(wrongs.broken, true);
  return response.json();
}

/** Tells it even when the page is going away. */
export const tell = (path) => navigator.sendBeacon(path, new Blob(["{}"], { type: "application/json" }));
