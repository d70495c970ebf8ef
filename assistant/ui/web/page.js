// The page: puts the parts together once Gradio has made room for them.

import { get, settings } from "./wire.js";
import * as folder from "./folder.js";
import * as judge from "./judge.js";
import * as keep from "./keep.js";
import * as source from "./source.js";
import * as talk from "./talk.js";

const $ = (id) => document.getElementById(id);
const root = document.documentElement;
const LANGUAGES = ["en", "fr", "de", "it"];

function firstLanguage() {
  const chosen = localStorage.getItem("attesto:language");
  const spoken = [chosen, ...navigator.languages.map((one) => one.slice(0, 2).toLowerCase())];
  return spoken.find((one) => LANGUAGES.includes(one)) ?? "en";
}

function theme(chosen) {
  const dark = chosen ? chosen === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  root.dataset.theme = dark ? "dark" : "light";
  document.body.classList.toggle("dark", dark);
}

settings.language = firstLanguage();
root.lang = settings.language;
theme(localStorage.getItem("attesto:theme"));
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
  theme(localStorage.getItem("attesto:theme"));
});

const arriving = get("shell");  // asked for while Gradio starts
room().then(async (place) => {
  keep.resume();
  await furnish(place, await arriving);
});

function room() {
  const place = () => $("attesto");
  if (place()) return Promise.resolve(place());
  return new Promise((resolve) => {
    const watch = new MutationObserver(() => {
      if (!place()) return;
      watch.disconnect();
      resolve(place());
    });
    watch.observe(document.body, { childList: true, subtree: true });
  });
}

async function furnish(place, { html, strings }) {
  settings.strings = strings;
  root.lang = settings.language;
  const app = document.createElement("div");
  app.className = "desk";
  app.innerHTML = html;
  place.replaceChildren(app);
  talk.start();
  folder.start();
  app.addEventListener("click", clicked);
  for (const [name, act] of [["over", source.peek], ["out", source.unpeek]]) {
    app.addEventListener(`mouse${name}`, (event) => hover(event, act));
    app.addEventListener(name === "over" ? "focusin" : "focusout", (event) => hover(event, act));
  }
  $("source").addEventListener("scroll", source.named, { passive: true });
  $("language").addEventListener("change", (event) => speak(event.target.value));
  await talk.restore();
  place.dataset.ready = "";
  if (matchMedia("(hover: hover)").matches) $("box").focus({ preventScroll: true });
}

function hover(event, act) {
  const quiet = /out$/.test(event.type) && event.target.closest?.(".quiet");
  const stays = event.type === "mouseout" ? ":focus-within" : ":hover";
  if (quiet && !quiet.matches(stays)) quiet.classList.remove("quiet");
  const button = event.target.closest?.("button.cite");
  if (button) act(button, button.closest(".turn")?.answer);
}

async function speak(language) {
  settings.language = language;
  localStorage.setItem("attesto:language", language);
  const typed = $("box").value;
  await furnish($("attesto"), await get("shell"));
  $("box").value = typed;
  $("language").focus();
}

const DEEDS = {
  new: talk.fresh,
  stop: talk.stop,
  close: source.dismiss,
  next: () => source.step(1),
  previous: () => source.step(-1),
  read: () => folder.read(),
  menu: () => menu(),
  theme: () => {
    const next = root.dataset.theme === "dark" ? "light" : "dark";
    localStorage.setItem("attesto:theme", next);
    theme(next);
  },
};

function menu(open = !document.querySelector("#attesto .desk").classList.contains("menu-open")) {
  document.querySelector("#attesto .desk").classList.toggle("menu-open", open);
  document.querySelector(".menu").setAttribute("aria-expanded", String(open));
}

function clicked(event) {
  const button = event.target.closest("button");
  fold(button);
  if (!button) return;
  const { tab, label, near, side } = button.dataset;
  const answer = button.closest(".turn")?.answer;
  if (button.dataset.do) DEEDS[button.dataset.do]();
  else if (tab) go(tab);
  else if (button.dataset.export) talk.exportAs(button.dataset.export);
  else if (button.dataset.tool) judge.tool(button);
  else if (button.classList.contains("why")) why(button);
  else if (label && answer) source.openCitation(answer, label, button);
  else if (near && answer) {
    const hit = answer.nearest[Number(near)];
    source.openPlace(hit.file, hit.start, hit.end, button, answer.language);
  } else if (side && answer) {
    const [number, at] = side.split("-").map(Number);
    const { label: cited, file, start, end } = answer.disagreements[number].sides[at];
    if (cited) source.openCitation(answer, cited, button);
    else source.openPlace(file, start, end, button, answer.language);
  }
  if (button.closest("#shelf")) {
    menu(false);
    go("talk");
  }
}

function why(button) {
  const open = button.getAttribute("aria-expanded") === "true";
  button.setAttribute("aria-expanded", String(!open));
}

// A reason that was opened goes when the reader turns to something else.
function fold(except = null) {
  for (const open of document.querySelectorAll(".why[aria-expanded=true]")) {
    if (open !== except) open.setAttribute("aria-expanded", "false");
  }
}

async function go(tab) {
  for (const button of document.querySelectorAll(".tab")) {
    if (button.dataset.tab === tab) button.setAttribute("aria-current", "page");
    else button.removeAttribute("aria-current");
  }
  for (const room of document.querySelectorAll(".room")) room.hidden = room.id !== tab;
  if (tab === "documents") await folder.list();
  if (tab === "quality") await quality();
}

async function quality() {
  const { report } = await get("quality");
  if (!report) {
    const made = (tag, textContent, className = "") =>
      Object.assign(document.createElement(tag), { textContent, className });
    $("quality").replaceChildren(
      made("h2", settings.strings.quality_none), made("p", settings.strings.quality_how, "hint"),
      made("code", "attesto eval"));
    return;
  }
  // Without any right: no script, no form, not our origin.
  const frame = Object.assign(document.createElement("iframe"), {
    title: settings.strings.tab_quality, srcdoc: report,
  });
  frame.setAttribute("sandbox", "");
  $("quality").replaceChildren(frame);
}

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") {
    const open = document.querySelector(
      ".why[aria-expanded=true], .doubt:not(.quiet):is(:hover, :focus-within)");
    source.unpeek();
    fold();
    document.querySelectorAll(".doubt:is(:hover, :focus-within)").forEach((one) => {
      one.classList.add("quiet");
    });
    if (open) return;
    source.dismiss();
    if (document.querySelector("#attesto .desk")) menu(false);
    return;
  }
  const typing = /^(?:TEXTAREA|INPUT|SELECT)$/.test(event.target.tagName);
  if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "n") source.step(1);
  else if (event.key === "p") source.step(-1);
  else if (event.key === "/") {
    event.preventDefault();
    $("box")?.focus();
  }
});
