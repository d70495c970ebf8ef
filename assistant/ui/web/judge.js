// Thumbs with a reason, and copying an answer.

import { Told, post, say, trouble } from "./wire.js";

const REASONS = ["wrong", "source", "missing", "incomplete", "other"];

export function tool(button) {
  const turn = button.closest(".turn");
  const kind = button.dataset.tool;
  if (kind === "copy") copy(button, turn.answer);
  else if (kind === "helpful") send(turn, button, "good", "");
  else ask(turn, button);
}

async function copy(button, answer) {
  const sources = answer.citations.map((one) => `[${one.label}] ${one.file}:${one.line} “${one.quote}”`);
  await navigator.clipboard.writeText([answer.text, ...sources].join("\n"));
  button.textContent = say("copied");
  setTimeout(() => { button.textContent = say("copy"); }, 1500);
}

async function send(turn, button, verdict, reason) {
  const form = turn.querySelector(".judge");
  const said = Object.assign(document.createElement("p"), { className: "hint" });
  said.setAttribute("role", "status");
  form?.remove();
  turn.append(said);
  try {
    await post("feedback", { answer: turn.answer, verdict, reason });
    said.textContent = say("thanks");
    turn.querySelectorAll(".tool[aria-pressed]").forEach((one) => one.removeAttribute("aria-pressed"));
    button.setAttribute("aria-pressed", "true");
  } catch (error) {
    trouble(said, error instanceof Told ? error : { message: say("lost") });
  }
}

function ask(turn, button) {
  const open = turn.querySelector(".judge");
  if (open) {
    open.remove();
    return;
  }
  const form = document.createElement("form");
  form.className = "judge";
  const group = document.createElement("fieldset");
  group.append(Object.assign(document.createElement("legend"), { textContent: say("what_wrong") }));
  for (const reason of REASONS) {
    const label = document.createElement("label");
    const choice = Object.assign(document.createElement("input"), {
      type: "radio", name: "reason", value: reason, required: true,
    });
    label.append(choice, ` ${say(`reason_${reason}`)}`);
    group.append(label);
  }
  const words = Object.assign(document.createElement("input"), {
    type: "text", name: "words", maxLength: 500, placeholder: say("more"),
  });
  words.setAttribute("aria-label", say("more"));
  const go = Object.assign(document.createElement("button"), {
    type: "submit", className: "plain", textContent: say("send"),
  });
  form.append(group, words, go);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const data = new FormData(form);
    send(turn, button, "bad", [data.get("reason"), data.get("words").trim()].filter(Boolean).join(": "));
  });
  turn.append(form);
  form.querySelector("input").focus();
}
