// What goes over the wire: our own addresses, and Gradio's queue for questions.

const base = new URL("..", import.meta.url).pathname;  // …/attesto/
const gradio = new URL("../../gradio_api/call/", import.meta.url).pathname;

export const settings = { language: "en", strings: {} };

export function say(name, values = {}) {
  let text = settings.strings[name] ?? name;
  for (const [key, value] of Object.entries(values)) text = text.replaceAll(`{${key}}`, value);
  return text;
}

function address(path, query = {}) {
  const asked = new URLSearchParams({ language: settings.language });
  for (const [key, value] of Object.entries(query)) {
    for (const one of [value].flat()) asked.append(key, one);
  }
  return `${base}${path}?${asked}`;
}

export async function get(path, query) {
  const reply = await fetch(address(path, query));
  return reply.headers.get("content-type").startsWith("application/json")
    ? reply.json() : reply.text();
}

export async function post(path, body, query) {
  const isFile = body instanceof Blob;
  const reply = await fetch(address(path, query), {
    method: "POST",
    headers: { "content-type": isFile ? "application/octet-stream" : "application/json" },
    body: isFile ? body : JSON.stringify(body),
  });
  if (reply.ok) return reply;
  const type = reply.headers.get("content-type") ?? "";
  throw new Told(type.startsWith("application/json")
    ? await reply.json() : { message: await reply.text() });
}

// Put words of another language than the page's into an element, by nodes and never by markup.
export function spoken(tag, textContent, lang, className = "") {
  const made = Object.assign(document.createElement(tag), { textContent, className });
  if (lang && lang !== "other") made.lang = lang;
  return made;
}

// A fault in the reader's language, with the English detail behind it.
export class Told extends Error {
  constructor({ message, detail = "" }) {
    super(message || say("fault_other"));
    this.detail = detail;
  }
}

// Show what went wrong: an error, or an event that tells of one.
export function trouble(box, { message, detail }, before = "") {
  const words = [before, message].filter(Boolean).join(" ");
  box.replaceChildren(words, ...(detail ? [" ", spoken("span", detail, "en")] : []));
}

// Fill an element with a page of ours, or with why there is none.
export async function fill(box, path, query) {
  const got = await get(path, query);
  if (typeof got === "string") box.innerHTML = got;
  else {
    const note = spoken("p", "", "", "note trouble");
    note.setAttribute("role", "alert");
    trouble(note, got);
    box.replaceChildren(note);
  }
  return typeof got === "string";
}

export class Busy extends Error {}

// Call a named endpoint of Gradio's queue; gives each event as it comes.
export async function* call(name, data, signal) {
  const asked = await fetch(gradio + name, {
    method: "POST", signal,
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ data }),
  });
  if (asked.status === 503) throw new Busy();
  if (!asked.ok) throw new Told({ message: say("fault_other"), detail: await asked.text() });
  const { event_id } = await asked.json();
  const reply = await fetch(`${gradio}${name}/${event_id}`, { signal });
  let last = "";
  for await (const { event, data: text } of events(reply.body)) {
    if (event === "error") throw new Told({ message: say("fault_other"), detail: JSON.parse(text)?.error });
    if (event !== "generating" && event !== "complete") continue;
    const value = JSON.parse(text)?.[0];
    const seen = JSON.stringify(value);
    if (value && seen !== last) yield value;  // the last one comes twice
    last = seen;
    if (event === "complete") return;
  }
}

async function* events(stream) {
  const reader = stream.pipeThrough(new TextDecoderStream()).getReader();
  let held = "";
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return;
    held += value;
    const parts = held.split("\n\n");
    held = parts.pop();
    for (const part of parts) {
      const lines = Object.fromEntries(part.split("\n").map((line) => {
        const at = line.indexOf(": ");
        return [line.slice(0, at), line.slice(at + 2)];
      }));
      if (lines.data !== undefined) yield lines;
    }
  }
}
