// Runs on a phone outside the network: measures latency and throughput to SMP and reports them to the server.
import { ApiError, call } from "./api.js";
import { element } from "./element.js";
import { bindLanguageButton, text, textsReady } from "./texts.js";

const LATENCY_SAMPLES = 11;
const PARALLEL = 3;
const MAX_DURATION_MS = 8_000;
const UPLOAD_CHUNK_BYTES = 512 * 1024;
const MAX_RANDOM_BYTES = 65_536; // limit of one getRandomValues call
const MEGABITS_PER_BYTE = 8 / 1e6;

const token = location.pathname.split("/").pop();
const path = `reach/${encodeURIComponent(token)}/`;
const ADDRESS = new URL(`../api/v1/${path}`, import.meta.url);

const start = document.getElementById("start");
const state = document.getElementById("state");
const fault = document.getElementById("fault");
const figures = document.getElementById("figures");

bindLanguageButton(document.getElementById("language"));

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
    showError(ApiError.of(thrown));
  }
});

async function measure() {
  state.textContent = text("reach.opening");
  const budget = await call("POST", `${path}opening`);

  state.textContent = text("reach.trip");
  const roundTripMillis = await measureLatency();
  showFigure("figure.trip", text("reach.millis", { value: roundTripMillis.toFixed(0) }));

  state.textContent = text("reach.down");
  const downMbit = await measureThroughput(budget.down, budget.piece, download);
  showFigure("figure.down", text("reach.mbit", { value: downMbit.toFixed(1) }));

  state.textContent = text("reach.up");
  const chunk = randomBlob(UPLOAD_CHUNK_BYTES);
  const upMbit = await measureThroughput(budget.up, UPLOAD_CHUNK_BYTES, () => upload(chunk));
  showFigure("figure.up", text("reach.mbit", { value: upMbit.toFixed(1) }));

  state.textContent = text("reach.sending");
  await call("POST", `${path}result`, { json: { roundTripMillis, downMbit, upMbit } });
}

// Returns the median round-trip time in milliseconds. The first request opens the connection and is not counted.
async function measureLatency() {
  await ensureOk(fetch(new URL("echo", ADDRESS), { cache: "no-store" }));
  const times = [];
  for (let i = 0; i < LATENCY_SAMPLES; i++) {
    const started = performance.now();
    await ensureOk(fetch(new URL("echo", ADDRESS), { cache: "no-store" }));
    times.push(performance.now() - started);
  }
  times.sort((a, b) => a - b);
  return Math.max(times[LATENCY_SAMPLES >> 1], 0.1);
}

// Returns the throughput in Mbit/s. Runs parallel transfers until maxBytes or the time is used up, because one
// connection seldom saturates a line. transfer moves one chunk and returns its bytes.
async function measureThroughput(maxBytes, chunkBytes, transfer) {
  const started = performance.now();
  let chunksLeft = Math.floor(maxBytes / chunkBytes);
  let bytes = 0;
  await Promise.all(
    Array.from({ length: PARALLEL }, async () => {
      while (chunksLeft > 0 && (bytes === 0 || performance.now() - started < MAX_DURATION_MS)) {
        chunksLeft--;
        bytes += await transfer();
      }
    }),
  );
  return (bytes * MEGABITS_PER_BYTE) / (Math.max(performance.now() - started, 1) / 1000);
}

async function download() {
  const response = await ensureOk(fetch(new URL("bytes", ADDRESS), { cache: "no-store" }));
  return (await response.arrayBuffer()).byteLength;
}

async function upload(chunk) {
  await ensureOk(
    fetch(new URL("bytes", ADDRESS), {
      method: "POST",
      headers: { "Content-Type": "application/octet-stream" },
      body: chunk,
    }),
  );
  return chunk.size;
}

function randomBlob(length) {
  const bytes = new Uint8Array(length);
  for (let offset = 0; offset < length; offset += MAX_RANDOM_BYTES) {
    crypto.getRandomValues(bytes.subarray(offset, offset + MAX_RANDOM_BYTES));
  }
  return new Blob([bytes]); // a Blob is sent without another copy
}

async function ensureOk(request) {
  let response;
  try {
    response = await request;
  } catch {
    throw new ApiError(0, "network", text("fault.network"));
  }
  if (!response.ok) {
    throw new ApiError(response.status, "strange", text("fault.strange", { status: response.status }));
  }
  return response;
}

function showFigure(name, value) {
  figures.append(element("dt", {}, text(name)), element("dd", {}, value));
}

function showError(error) {
  const over = error.status === 404 || error.status === 429;
  fault.textContent = over ? text("reach.over") : text("reach.failed", { words: error.message });
  start.hidden = over;
  start.disabled = false;
}
