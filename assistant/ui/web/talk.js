// The conversation: a question goes to the queue, its answer is shown as it is written, then checked.

import { Busy, Told, call, get, post, say, settings, spoken, trouble as tell } from "./wire.js";
import * as keep from "./keep.js";
import * as source from "./source.js";

const $ = (id) => document.getElementById(id);
let running = null;  // the AbortController of the question being answered
let welcome = null;  // the welcome as the server wrote it

export function start() {
  welcome = $("turns").innerHTML;
  $("ask").addEventListener("submit", (event) => {
    event.preventDefault();
    ask($("box").value);
  });
  $("box").addEventListener("input", grow);
  for (const name of ["only", "since", "until"]) $(name).addEventListener("change", narrowed);
  $("box").addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      ask($("box").value);
    }
  });
  const waiting = sessionStorage.getItem("attesto:asked");
  if (waiting) $("box").value = waiting;  // reloaded in the middle of an answer
  sessionStorage.removeItem("attesto:asked");
}

function grow() {
  const box = $("box");
  box.style.height = "auto";
  box.style.height = `${Math.min(box.scrollHeight, 180)}px`;
}

export async function ask(question) {
  if (running || !question.trim()) return;
  const live = addTurn();
  live.innerHTML = '<h3 class="question"></h3><div class="answer writing"></div><p class="hint"></p>';
  live.querySelector(".question").textContent = question;
  live.querySelector(".hint").textContent = say("searching");
  $("box").value = "";
  grow();
  busy(true);
  running = new AbortController();
  const mine = running;
  sessionStorage.setItem("attesto:asked", question);
  live.scrollIntoView({ block: "start" });
  const history = keep.here.turns.slice(-6).map((turn) => [turn.asked ?? turn.question, turn.text]);
  try {
    const data = [question, history, settings.language, only()];
    for await (const event of call("converse", data, mine.signal)) {
      show(live, event, question);
    }
    if (live.querySelector(".writing")) trouble(live, { message: say("lost") }, question);
  } catch (error) {
    if (mine.signal.aborted) stopped(live);
    else if (error instanceof Busy) {
      const seconds = 5 + Math.floor(Math.random() * 10);
      trouble(live, { message: say("busy", { seconds }) }, question);
    } else trouble(live, error instanceof Told ? error : { message: say("lost") }, question);
  } finally {
    sessionStorage.removeItem("attesto:asked");
    if (running === mine) {
      running = null;
      busy(false);
    }
  }
}

// What the search is narrowed to.
function only() {
  const [kind, ...rest] = $("only").value.split(":");
  const chosen = { since: $("since").value, until: $("until").value };
  if (kind) chosen[kind] = rest.join(":");
  return Object.fromEntries(Object.entries(chosen).filter(([, value]) => value));
}

function narrowed() {
  const days = [["since", $("since").value], ["until", $("until").value]]
    .filter(([, day]) => day).map(([name, day]) => `${say(name)} ${day}`);
  $("narrowed").textContent = [$("only").selectedOptions[0].textContent, ...days].join(" ");
}

function show(live, event, question) {
  if (event.kind === "writing") {
    draft(live.querySelector(".answer"), event.text);
    live.querySelector(".hint").textContent = say("writing");
  } else if (event.kind === "done") {
    live.innerHTML = event.html;
    settle(live, event.answer);
    beside(live, event.answer);
    keep.add(event.answer);
    shelf();
    live.scrollIntoView({ block: "start" });
    const trust = live.querySelector(".trust")?.textContent;
    $("status").replaceChildren(
      spoken("span", event.answer.text, event.answer.language), ` ${trust ?? ""}`);
  } else if (event.kind === "trouble") trouble(live, event, question);
}

// Text being written: paragraphs, lists and pale numbers, by nodes and never by markup; the rules
// are those of markup.py.
const INLINE = /(\[\d+\]|`[^`]+`|(?<![\p{L}\p{N}*])\*[^*\s](?:[^*]*[^*\s])?\*(?![\p{L}\p{N}*]))/u;

function draft(box, text) {
  box.replaceChildren();
  for (const line of text.split("\n").map((part) => part.trim()).filter(Boolean)) {
    const bullet = /^[-*•–]\s+/.exec(line);
    const number = /^(\d{1,2})[.)]\s+/.exec(line);
    const last = box.lastElementChild;
    const counts = number && Number(number[1]) === (last?.tagName === "OL" ? last.children.length + 1 : 1);
    const kind = bullet ? "ul" : counts ? "ol" : "p";
    const sign = kind === "p" ? "" : (bullet ?? number)[0];
    let home = box;
    if (kind !== "p") {
      home = last?.tagName === kind.toUpperCase() ? last : document.createElement(kind);
      box.append(home);
    }
    const block = document.createElement(kind === "p" ? "p" : "li");
    block.append(...inline(line.slice(sign.length)));
    home.append(block);
  }
}

function inline(line) {
  const plain = line.replaceAll("**", "").replace(/\*$/, (sign) => (line.split("*").length % 2 ? sign : ""));
  return plain.split(INLINE).filter(Boolean).map((piece) => {
    const label = /^\[(\d+)\]$/.exec(piece);
    if (label) return spoken("span", label[1], "", "cite pale");
    if (/^`[^`]+`$/.test(piece)) return spoken("code", piece.slice(1, -1));
    if (/^\*[^*]+\*$/.test(piece)) return spoken("em", piece.slice(1, -1));
    return piece;
  });
}

function addTurn() {
  $("turns").querySelector(".welcome")?.remove();
  const turn = document.createElement("article");
  turn.className = "turn";
  $("turns").append(turn);
  return turn;
}

// An answer is there: its numbers become live.
function settle(turn, answer) {
  turn.answer = answer;
  turn.dataset.settled = "";
}

// Where there is room, the first source opens by itself, until the reader closes one.
function beside(turn, answer) {
  const first = answer.citations[0];
  const wide = matchMedia("(min-width: 1200px)").matches;
  if (first && wide && source.isWanted()) {
    source.openCitation(answer, first.label, turn.querySelector(".cite"));
  } else source.close();
}

function trouble(turn, fault, question) {
  const kept = turn.querySelector(".answer");
  if (kept && !kept.textContent) kept.remove();
  turn.querySelector(".writing")?.classList.remove("writing");
  turn.querySelector(".hint")?.remove();
  const note = document.createElement("p");
  note.className = "note trouble";
  note.setAttribute("role", "alert");
  tell(note, fault);
  const again = Object.assign(document.createElement("button"), {
    type: "button", className: "plain", textContent: say("again"),
  });
  again.addEventListener("click", () => {
    turn.remove();
    ask(question);
  });
  turn.append(note, again);
  if (!$("box").value) $("box").value = question;
}

function stopped(turn) {
  turn.querySelector(".writing")?.classList.remove("writing");
  const hint = turn.querySelector(".hint");
  if (hint) Object.assign(hint, { className: "note", textContent: say("stopped") });
}

export function stop() {
  running?.abort();
}

function busy(is) {
  $("send").hidden = is;
  $("stop").hidden = !is;
  $("turns").setAttribute("aria-busy", String(is));
  if (!is) $("box").focus({ preventScroll: true });
}

export function fresh() {
  stop();
  source.close();
  keep.begin();
  $("turns").innerHTML = welcome;
  suggest();
  shelf();
  $("box").focus();
}

// Show the conversation of this tab again, held against the documents as they are now.
export async function restore() {
  shelf();
  if (!keep.here.turns.length) {
    $("turns").innerHTML = welcome;
    suggest();
    return;
  }
  const reply = await post("turns", { turns: keep.here.turns });
  const { turns } = await reply.json();
  $("turns").replaceChildren();
  turns.forEach((html, number) => {
    const turn = addTurn();
    turn.innerHTML = html;
    settle(turn, keep.here.turns[number]);
  });
  $("turns").lastElementChild?.scrollIntoView({ block: "start" });
}

async function suggest() {
  const box = $("suggested");
  if (!box) return;
  const { questions } = await get("suggestions");
  if (!questions?.length) return;
  const head = Object.assign(document.createElement("h3"), { textContent: say("suggested") });
  box.replaceChildren(head, ...questions.map((question) => {
    const button = Object.assign(document.createElement("button"), {
      type: "button", className: "suggestion", textContent: question,
    });
    button.addEventListener("click", () => ask(question));
    return button;
  }));
}

function shelf() {
  const items = keep.list().map(({ id, turns }) => {
    const item = document.createElement("li");
    const open = spoken("button", turns[0].question, turns[0].language, "kept");
    open.type = "button";
    if (id === keep.here.id) open.setAttribute("aria-current", "true");
    open.addEventListener("click", () => {
      if (!keep.open(id)) return;
      stop();
      source.close();
      restore();
    });
    const drop = Object.assign(document.createElement("button"), {
      type: "button", className: "drop-kept", textContent: "×", title: say("delete"),
    });
    drop.setAttribute("aria-label", `${say("delete")}: ${turns[0].question}`);
    drop.addEventListener("click", () => {
      keep.forget(id);
      if (id === keep.here.id) fresh();
      else shelf();
    });
    item.append(open, drop);
    return item;
  });
  $("kept").replaceChildren(...items);
  document.querySelector("#shelf .export").hidden = !keep.here.turns.length;
}

export async function exportAs(kind) {
  if (!keep.here.turns.length) return;
  const reply = await post("export", { turns: keep.here.turns, as: kind });
  const link = document.createElement("a");
  link.href = URL.createObjectURL(await reply.blob());
  link.download = `attesto.${kind}`;
  link.click();
  URL.revokeObjectURL(link.href);
}
