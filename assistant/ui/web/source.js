// The source beside the answer: opened at the very words, with the others of the answer marked.

import { fill, say, settings, spoken } from "./wire.js";
import * as gloss from "./gloss.js";

const shown = { answer: null, label: null, opener: null, wanted: true };
const $ = (id) => document.getElementById(id);

export function isOpen() {
  return !$("panel").hidden;
}

export function isWanted() {
  return shown.wanted;
}

export function close() {
  if (!isOpen()) return;
  $("panel").hidden = true;
  document.querySelector("#attesto .desk").classList.remove("reading-source");
  mark(null);
}

// The reader closes it: it stays closed until the next click on a number.
export function dismiss() {
  if (!isOpen()) return;
  close();
  shown.wanted = false;
  shown.opener?.focus({ preventScroll: true });
}

export async function openCitation(answer, label, opener) {
  const citation = answer.citations.find((one) => one.label === label);
  if (!citation) return;
  const places = answer.citations.filter((one) => one.file === citation.file);
  Object.assign(shown, { answer, label, wanted: true });
  if (opener) shown.opener = opener;
  mark(opener ?? null);
  await show(citation.file, places.map((one) => [one.label, one.start, one.end]), label);
  offer(citation, answer.language);
  const total = answer.citations.length;
  const at = answer.citations.indexOf(citation) + 1;
  $("which").textContent = `${say("citation", { label })} · ${at}/${total}`;
  $("status").replaceChildren(`${say("citation", { label })}: `,
    spoken("span", citation.quote, numberOf(answer, label)?.dataset.tongue));
}

export async function openPlace(file, start, end, opener, language = settings.language) {
  Object.assign(shown, { answer: null, label: null, opener });
  mark(null);
  await show(file, start === undefined ? [] : [["•", start, end]], "•");
  $("which").textContent = say("sources");
  offer(start === undefined ? null : { file, start, end }, language);
}

function offer(place, language) {
  const here = [...document.querySelectorAll("#source mark.here")];
  const quote = here.flatMap((one) => [...one.childNodes])
    .filter((node) => node.nodeName !== "SUP").map((node) => node.textContent).join("");
  const spoken = here[0]?.lang || document.querySelector("#source .text")?.lang || "";
  gloss.offer(place && [place.file, Number(place.start), Number(place.end)], quote, spoken, language);
}

async function show(file, places, label) {
  const cite = places.map(([name, start, end]) => `${name}:${start}-${end}`);
  const key = JSON.stringify([file, cite]);
  const panel = $("panel");
  if ($("source").dataset.key !== key) {
    $("source").dataset.key = await fill($("source"), "source", { file, cite }) ? key : "";
  }
  panel.hidden = false;
  document.querySelector("#attesto .desk").classList.add("reading-source");
  const here = [...document.querySelectorAll("#source mark")].filter(
    (one) => one.dataset.labels.split(" ").includes(label));
  document.querySelectorAll("#source mark.here").forEach((one) => one.classList.remove("here"));
  here.forEach((one) => one.classList.add("here"));
  // Instant, not smooth: a reader who clicked wants to be there, and so does one who dislikes motion.
  here[0]?.scrollIntoView({ block: "center" });
  if (!here.length) $("source").scrollTop = 0;
  const head = document.querySelector("#source h2");
  Object.assign($("where"), { textContent: head?.textContent ?? "", lang: head?.lang ?? "" });
  named();
}

// The document's name stays in sight when its head is scrolled away.
export function named() {
  const head = document.querySelector("#source h2");
  if (head) $("where").hidden = head.getBoundingClientRect().bottom > $("source").getBoundingClientRect().top;
}

export function step(by) {
  const { answer, label } = shown;
  if (!isOpen() || !answer) return;
  const labels = answer.citations.map((one) => one.label);
  const next = labels[(labels.indexOf(label) + by + labels.length) % labels.length];
  openCitation(answer, next);
  mark(numberOf(answer, next) ?? null);
}

function numberOf(answer, label) {
  return [...document.querySelectorAll("#turns .cite")].find(
    (one) => one.dataset.label === label && one.closest(".turn")?.answer === answer);
}

function mark(button) {
  document.querySelectorAll(".cite[aria-pressed]").forEach((one) => one.removeAttribute("aria-pressed"));
  button?.classList.contains("cite") && button.setAttribute("aria-pressed", "true");
}

// The quote at a glance, while the pointer or the focus is on its number.
export function peek(button, answer) {
  const citation = answer?.citations.find((one) => one.label === button.dataset.label);
  if (!citation) return;
  const box = $("peek");
  const place = [citation.title ? "" : citation.file, citation.date,
    citation.page && say("page", { n: citation.page }), say("line", { n: citation.line })];
  const line = spoken("span", place.filter(Boolean).join(" · "), "", "place");
  if (citation.title) line.prepend(spoken("span", citation.title, button.dataset.tongue), " · ");
  box.replaceChildren(
    spoken("q", citation.quote.trim(), button.dataset.tongue),
    line);
  box.hidden = false;
  button.setAttribute("aria-describedby", "peek");
  const at = button.getBoundingClientRect();
  const size = box.getBoundingClientRect();
  const left = Math.max(12, Math.min(at.left - 24, innerWidth - size.width - 12));
  const above = at.top - size.height - 10;
  box.style.left = `${left}px`;
  box.style.top = `${above > 8 ? above : at.bottom + 10}px`;
}

export function unpeek() {
  $("peek").hidden = true;
  document.querySelector("[aria-describedby=peek]")?.removeAttribute("aria-describedby");
}
