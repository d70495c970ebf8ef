// Conversations are kept in this browser and nowhere else: a list of answers in localStorage.

const PREFIX = "attesto:talk:";
const MOST = 40;

export const here = { id: fresh(), turns: [] };

function fresh() {
  return `${Date.now().toString(36)}-${crypto.getRandomValues(new Uint32Array(1))[0].toString(36)}`;
}

export function begin() {
  here.id = fresh();
  here.turns = [];
  sessionStorage.removeItem("attesto:here");
}

// The tab's own conversation, so that a reload shows it again and other tabs keep theirs.
export function resume() {
  const id = sessionStorage.getItem("attesto:here");
  return id ? open(id) : false;
}

export function open(id) {
  const kept = read(PREFIX + id);
  if (!kept) return false;
  here.id = id;
  here.turns = kept.turns;
  sessionStorage.setItem("attesto:here", id);
  return true;
}

export function add(answer) {
  here.turns.push(answer);
  sessionStorage.setItem("attesto:here", here.id);
  const kept = JSON.stringify({ turns: here.turns, time: Date.now() });
  for (let tries = 0; tries < MOST; tries += 1) {
    try {
      localStorage.setItem(PREFIX + here.id, kept);
      break;
    } catch {  // the browser's store is full: the oldest makes room
      const oldest = list().filter((one) => one.id !== here.id).at(-1);
      if (!oldest) break;
      forget(oldest.id);
    }
  }
  for (const { id } of list().slice(MOST)) forget(id);
}

export function forget(id) {
  localStorage.removeItem(PREFIX + id);
}

// Newest first, each with its first question for a name.
export function list() {
  return Object.keys(localStorage)
    .filter((key) => key.startsWith(PREFIX))
    .map((key) => ({ id: key.slice(PREFIX.length), ...read(key) }))
    .filter((one) => one.turns?.length)
    .sort((a, b) => b.time - a.time);
}

function read(key) {
  try {
    return JSON.parse(localStorage.getItem(key));
  } catch {
    return null;
  }
}
