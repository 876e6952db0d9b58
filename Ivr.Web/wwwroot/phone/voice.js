// The browser's own voice. Where it has none, or is muted, a text is shown for about as long as reading it takes.

const fastestReader = 40; // milliseconds a character
const longestPause = 1200;
const slowestVoice = 400; // milliseconds a character: some browsers never say that they have finished

const synthesis = globalThis.speechSynthesis;

// The hotline's codes of Chinese differ from the browser's.
export const languageOf = (code) => (/^(cmn|zh|yue)/.test(code) ? "zh" : "en");
export const tagOf = (code) => (languageOf(code) === "zh" ? "zh-CN" : "en-US");

/** Voices of this machine come before those that a company's server speaks. */
export function voiceFor(code) {
  const fits = (synthesis?.getVoices() ?? []).filter((voice) => languageOf(voice.lang) === languageOf(code) && /^(zh|cmn|en)/.test(voice.lang));
  const rank = (voice) => (voice.localService ? 0 : 2) + (voice.lang.replace("_", "-") === tagOf(code) ? 0 : 1);
  return fits.sort((one, other) => rank(one) - rank(other))[0];
}

/** Browsers load their voices late. */
export const voicesLoaded = () =>
  new Promise((resolve) => {
    if (!synthesis || synthesis.getVoices().length > 0) return resolve();
    synthesis.addEventListener("voiceschanged", resolve, { once: true });
    setTimeout(resolve, 1000);
  });

export const wait = (milliseconds, signal) =>
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

export async function speak(text, code, muted, signal) {
  const voice = muted ? undefined : voiceFor(code);
  if (voice) await Promise.race([utter(text, voice, signal), wait(2000 + text.length * slowestVoice, signal)]);
  else await wait(Math.min(text.length * fastestReader, longestPause), signal);
}

export async function playRecording(url, muted, signal) {
  if (muted) return wait(longestPause, signal);
  const audio = new Audio(url);
  signal.addEventListener("abort", () => audio.pause(), { once: true });
  await new Promise((resolve) => {
    audio.onended = resolve;
    audio.onerror = resolve;
    signal.addEventListener("abort", resolve, { once: true });
    audio.play().catch(resolve);
  });
}

const Recognition = globalThis.SpeechRecognition ?? globalThis.webkitSpeechRecognition;

export const canListen = Boolean(Recognition);

/** The words heard, "" for none; refuses where the browser does not allow it. */
export const listenOnce = (code, signal) =>
  new Promise((resolve, reject) => {
    const recognition = new Recognition();
    recognition.lang = tagOf(code);
    recognition.onresult = (event) => resolve(event.results[0][0].transcript);
    recognition.onerror = (event) => (event.error === "no-speech" || event.error === "aborted" ? resolve("") : reject(new Error(event.error)));
    recognition.onend = () => resolve("");
    signal.addEventListener("abort", () => recognition.abort(), { once: true });
    recognition.start();
  });
