// The API, as the outer contract has it: JSON goes in, JSON or a fault with words for people comes out.
import { text } from "./texts.js";

const ADDRESS = new URL("../api/v1/", import.meta.url);
const LONGEST_WAIT_MS = 30_000;

// Why a call brought nothing. status is 0 where no answer came; words are for the person at the screen.
export class Fault extends Error {
  constructor(status, code, words) {
    super(code);
    this.status = status;
    this.code = code;
    this.words = words;
  }

  // Whatever was thrown, as a fault; what is none of ours goes to the browser's console too.
  static of(thrown) {
    if (thrown instanceof Fault) {
      return thrown;
    }
    console.error(thrown);
    return new Fault(0, "page", text("fault.page"));
  }
}

// One call; answers the body, or null where there is none. path is relative to /nme/ext/api/v1/.
export async function call(method, path, { json, headers = {} } = {}) {
  const request = { method, headers, cache: "no-store", signal: AbortSignal.timeout(LONGEST_WAIT_MS) };
  if (json !== undefined) {
    request.headers = { ...headers, "Content-Type": "application/json" };
    request.body = JSON.stringify(json);
  }
  let answer;
  let body;
  try {
    answer = await fetch(new URL(path, ADDRESS), request);
    body = await answer.text();
  } catch {
    throw new Fault(0, "network", text("fault.network"));
  }
  if (answer.status === 204) {
    return null;
  }
  const read = parsed(body);
  if (answer.ok && read !== null) {
    return read;
  }
  throw faultOf(answer.status, read);
}

function faultOf(status, problem) {
  if (problem === null || typeof problem.detail !== "string") {
    return new Fault(status, "strange", text("fault.strange", { status }));
  }
  const incident = status === 500 ? text("fault.incident", { incident: problem.instance }) : "";
  return new Fault(status, problem.code, problem.detail + incident);
}

// What stands before the server (a proxy, a hotel's login page) may answer something else.
function parsed(body) {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}
