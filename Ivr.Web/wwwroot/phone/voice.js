// The browser's own voice. Where it has none, or is muted, a text is shown for about as long as reading it takes.

const fastestReader = 40; // milliseconds a character
const longestPause = 1200;

const synthesis = globalThis.speechSynthesis;
const voiceFor = (language) => synthesis?.getVoices().find((voice) => voice.lang.replace("_", "-").startsWith(language));

// The recogniser's and the voice's codes of Chinese differ from the browser's.
const browserLanguage = (language) => (language.startsWith("cmn") ? "zh" : "en");

const wait = (milliseconds, signal) =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener("abort", () => { clearTimeout(timer); resolve(); }, { once: true });
  });

const utter = (text, voice, signal) =>
  new Promise((resolve) => {
    const utterance = new SpeechSynthesisUtterance(text);
    utterance.voice = voice;
    utterance.lang = voice.lang;
    utterance.onend = resolve;
    utterance.onerror = resolve;
    signal.addEventListener("abort", () => { synthesis.cancel(); resolve(); }, { once: true });
    synthesis.speak(utterance);
  });

export async function speak(text, language, muted, signal) {
  if (signal.aborted) return;
  const voice = voiceFor(browserLanguage(language));
  if (muted || !voice) {
    await wait(Math.min(text.length * fastestReader, longestPause), signal);
  } else {
    await utter(text, voice, signal);
  }
}

export const Recognition = globalThis.SpeechRecognition ?? globalThis.webkitSpeechRecognition;

export function listenOnce(language, heard) {
  const recognition = new Recognition();
  recognition.lang = browserLanguage(language) === "zh" ? "zh-CN" : "en-US";
  recognition.onresult = (event) => heard(event.results[0][0].transcript);
  recognition.start();
}
