// Opened once on a phone outside: measures the way to SMP and hands the figures back.
import { call, Fault } from "./api.js";
import { element } from "./element.js";
import { offerOtherLanguage, text, textsReady } from "./texts.js";

const TRIPS = 11;
const AT_ONCE = 3;
const LONGEST_MS = 8_000;
const PIECE_UP = 512 * 1024;
const MOST_RANDOM = 65_536; // what a browser gives at a time
const BITS = 8 / 1e6;

const token = location.pathname.split("/").pop();
const here = `reach/${encodeURIComponent(token)}/`;
const ADDRESS = new URL(`../api/v1/${here}`, import.meta.url);

const start = document.getElementById("start");
const state = document.getElementById("state");
const fault = document.getElementById("fault");
const figures = document.getElementById("figures");

offerOtherLanguage(document.getElementById("language"));

start.addEventListener("click", async () => {
  await textsReady;
  start.disabled = true;
  fault.textContent = "";
  figures.replaceChildren();
  try {
    await measure();
    start.hidden = true;
    state.textContent = text("reach.done");
  } catch (thrown) {
    state.textContent = "";
    say(Fault.of(thrown));
  }
});

async function measure() {
  state.textContent = text("reach.opening");
  const budget = await call("POST", `${here}opening`);

  state.textContent = text("reach.trip");
  const roundTripMillis = await trip();
  show("figure.trip", text("reach.millis", { value: roundTripMillis.toFixed(0) }));

  state.textContent = text("reach.down");
  const downMbit = await speed(budget.down, budget.piece, down);
  show("figure.down", text("reach.mbit", { value: downMbit.toFixed(1) }));

  state.textContent = text("reach.up");
  const piece = random(PIECE_UP);
  const upMbit = await speed(budget.up, PIECE_UP, () => up(piece));
  show("figure.up", text("reach.mbit", { value: upMbit.toFixed(1) }));

  state.textContent = text("reach.sending");
  await call("POST", `${here}result`, { json: { roundTripMillis, downMbit, upMbit } });
}

// The middle one of several; the first, which makes the connection, is not counted.
async function trip() {
  await answered(fetch(new URL("echo", ADDRESS), { cache: "no-store" }));
  const times = [];
  for (let i = 0; i < TRIPS; i++) {
    const begun = performance.now();
    await answered(fetch(new URL("echo", ADDRESS), { cache: "no-store" }));
    times.push(performance.now() - begun);
  }
  times.sort((a, b) => a - b);
  return Math.max(times[TRIPS >> 1], 0.1);
}

// Mbit/s, by a few at once until the time or the bytes are used up: one connection alone seldom fills a line.
async function speed(most, piece, move) {
  const begun = performance.now();
  let left = Math.floor(most / piece);
  let moved = 0;
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      while (left > 0 && (moved === 0 || performance.now() - begun < LONGEST_MS)) {
        left--;
        moved += await move();
      }
    }),
  );
  return (moved * BITS) / (Math.max(performance.now() - begun, 1) / 1000);
}

async function down() {
  const answer = await answered(fetch(new URL("bytes", ADDRESS), { cache: "no-store" }));
  return (await answer.arrayBuffer()).byteLength;
}

async function up(piece) {
  await answered(
    fetch(new URL("bytes", ADDRESS), {
      method: "POST",
      headers: { "Content-Type": "application/octet-stream" },
      body: piece,
    }),
  );
  return piece.size;
}

function random(length) {
  const bytes = new Uint8Array(length);
  for (let at = 0; at < length; at += MOST_RANDOM) {
    crypto.getRandomValues(bytes.subarray(at, at + MOST_RANDOM));
  }
  return new Blob([bytes]); // a browser hands it on without another copy
}

async function answered(asked) {
  let answer;
  try {
    answer = await asked;
  } catch {
    throw new Fault(0, "network", text("fault.network"));
  }
  if (!answer.ok) {
    throw new Fault(answer.status, "strange", text("fault.strange", { status: answer.status }));
  }
  return answer;
}

function show(name, value) {
  figures.append(element("dt", {}, text(name)), element("dd", {}, value));
}

function say(why) {
  const over = why.status === 404 || why.status === 429;
  fault.textContent = over ? text("reach.over") : text("reach.failed", { words: why.words });
  start.hidden = over;
  start.disabled = false;
}
