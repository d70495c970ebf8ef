// A quote in another language than the reader's: the model may translate it, when it is asked to.

import { Busy, Told, call, say, settings, trouble } from "./wire.js";

const $ = (id) => document.getElementById(id);
const made = new Map();  // what was translated is not paid for twice
let asking = null;

// Offer it under the source, where there is a model and the quote is foreign; else hide it.
export function offer(place, quote, spoken, language) {
  const box = $("gloss");
  if (!box) return;
  asking?.abort();
  const foreign = Boolean(place && quote?.trim()) && spoken !== language;
  box.hidden = !foreign;
  if (!foreign) return;
  const key = JSON.stringify([...place, language]);
  const head = line("whose", spoken
    ? say("quote_in", { language: say(`lang_${spoken}`) }) : say("quote_foreign"));
  if (made.has(key)) {
    box.replaceChildren(head, ...shown(quote, spoken, made.get(key)));
    return;
  }
  const button = Object.assign(document.createElement("button"), {
    type: "button", className: "plain", textContent: say("translate"),
  });
  button.addEventListener("click", () => translate(box, head, place, quote, spoken, language, key));
  box.replaceChildren(head, button);
}

async function translate(box, head, place, quote, spoken, language, key) {
  asking = new AbortController();
  const { signal } = asking;
  const model = box.dataset.model;
  box.replaceChildren(head, line("hint", say("translating", { model })));
  try {
    for await (const event of call("translate", [...place, language, settings.language], signal)) {
      if (event.kind === "writing") {
        const draft = { text: event.text, language, model, differs: [], complete: true };
        box.replaceChildren(head, ...shown(quote, spoken, draft));
      } else if (event.kind === "done") {
        made.set(key, event.translation);
        box.replaceChildren(head, ...shown(quote, spoken, event.translation));
      } else throw new Told(event);
    }
  } catch (error) {
    if (signal.aborted) return;
    const why = error instanceof Told ? error
      : { message: error instanceof Busy ? say("busy", { seconds: 10 }) : say("lost") };
    const note = line("note trouble", "");
    trouble(note, why, say("not_translated"));
    const again = Object.assign(document.createElement("button"), {
      type: "button", className: "plain", textContent: say("again"),
    });
    again.addEventListener("click", () => {
      translate(box, head, place, quote, spoken, language, key);
    });
    box.replaceChildren(head, note, again);
  }
}

// The original first; what the model made of it under it, with the model's name.
function shown(quote, spoken, { text, language, model, differs, complete }) {
  const original = Object.assign(document.createElement("blockquote"), { textContent: quote.trim() });
  if (spoken) original.lang = spoken;
  const translated = line("translation", text);
  translated.lang = language;
  const by = line("by", say("translated_by", { model }));
  const doubts = differs.map((reason) => line("note", `${say("differs")}: ${reason}`));
  if (!complete) doubts.push(line("note", `${say("incomplete")}.`));
  return [original, translated, by, ...doubts];
}

function line(className, textContent) {
  return Object.assign(document.createElement("p"), { className, textContent });
}
