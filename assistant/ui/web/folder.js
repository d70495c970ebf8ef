// The documents tab: the list, the map, dropping documents in, reading the folder again.

import { Told, call, fill, post, say, settings, trouble } from "./wire.js";
import * as source from "./source.js";

const $ = (id) => document.getElementById(id);
let reading = false;

export async function list() {
  await fill($("listed"), "documents");
  $("listed").querySelector(".dot")?.setAttribute("tabindex", "0");
}

export function start() {
  $("listed").addEventListener("click", (event) => open(event.target));
  $("listed").addEventListener("keydown", (event) => {
    if (!event.target.classList.contains("dot")) return;
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      open(event.target);
    } else walk(event);
  });
  const drop = document.querySelector(".drop");
  if (!drop) return;
  $("files").addEventListener("change", () => put([...$("files").files]));
  for (const name of ["dragover", "dragleave", "drop"]) {
    drop.addEventListener(name, (event) => {
      event.preventDefault();
      drop.classList.toggle("over", name === "dragover");
      if (name === "drop") put([...event.dataTransfer.files]);
    });
  }
}

function open(target) {
  const row = target.closest(".open");
  if (row) source.openPlace(row.dataset.file, undefined, undefined, row);
  const dot = target.closest(".dot");
  if (!dot) return;
  document.querySelectorAll(".dot.here").forEach((one) => one.classList.remove("here"));
  dot.classList.add("here");
  source.openPlace(dot.dataset.file, dot.dataset.start, dot.dataset.end, dot);
}

// Arrow keys go from dot to dot; the map is one stop for the tab key.
function walk(event) {
  const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
  if (!by) return;
  event.preventDefault();
  const dots = [...document.querySelectorAll(".dot")];
  const next = dots.at((dots.indexOf(event.target) + by) % dots.length);
  event.target.setAttribute("tabindex", "-1");
  next.setAttribute("tabindex", "0");
  next.focus();
}

async function put(files) {
  const said = [];
  for (const file of files) {
    try {
      const reply = await post("documents", file, { name: file.name });
      said.push({ message: say("dropped", { file: (await reply.json()).file }) });
    } catch (error) {
      said.push(error instanceof Told ? error : { message: say("lost") });
    }
  }
  $("files").value = "";
  await read(said);
}

export async function read(before = []) {
  if (reading) return;
  reading = true;
  $("read").disabled = true;
  const bar = $("progress");
  const tell = (now) => {
    $("read-said").replaceChildren(...[...before, now].flatMap((one) => {
      const part = document.createElement("span");
      trouble(part, one);
      return [part, " "];
    }));
  };
  try {
    for await (const event of call("read", [settings.language])) {
      if (event.kind === "reading") {
        Object.assign(bar, { hidden: false, max: event.total, value: event.done });
        tell({ message: event.text });
      } else tell(event.text ? { message: event.text } : event);
    }
  } catch (error) {
    tell(error instanceof Told ? error : { message: say("lost") });
  } finally {
    reading = false;
    bar.hidden = true;
    $("read").disabled = false;
    await list();
  }
}
