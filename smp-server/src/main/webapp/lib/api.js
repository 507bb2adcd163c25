// Calls the API of the outer contract: sends JSON, returns JSON or throws an ApiError with a message for the user.
import { text } from "./texts.js";

const ADDRESS = new URL("../api/v1/", import.meta.url);
const TIMEOUT_MS = 30_000;

// A failed call. status is 0 if there was no response; message is shown to the user.
export class ApiError extends Error {
  constructor(status, code, message) {
    super(message);
    this.status = status;
    this.code = code;
  }

  // Turns any exception into an ApiError. An exception of another type is logged to the console.
  static of(thrown) {
    if (thrown instanceof ApiError) {
      return thrown;
    }
    console.error(thrown);
    return new ApiError(0, "page", text("fault.page"));
  }
}

// Sends one request and returns the parsed body, or null for 204. path is relative to /nme/ext/api/v1/.
export async function call(method, path, { json, headers = {} } = {}) {
  const options = { method, headers, cache: "no-store", signal: AbortSignal.timeout(TIMEOUT_MS) };
  if (json !== undefined) {
    options.headers = { ...headers, "Content-Type": "application/json" };
    options.body = JSON.stringify(json);
  }
  let response;
  let body;
  try {
    response = await fetch(new URL(path, ADDRESS), options);
    body = await response.text();
  } catch {
    throw new ApiError(0, "network", text("fault.network"));
  }
  if (response.status === 204) {
    return null;
  }
  const parsed = parse(body);
  if (response.ok && parsed !== null) {
    return parsed;
  }
  throw errorOf(response.status, parsed);
}

function errorOf(status, problem) {
  if (problem === null || typeof problem.detail !== "string") {
    return new ApiError(status, "strange", text("fault.strange", { status }));
  }
  const incident = status === 500 ? text("fault.incident", { incident: problem.instance }) : "";
  return new ApiError(status, problem.code, problem.detail + incident);
}

// A proxy or a captive portal may answer with something that is no JSON.
function parse(body) {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}
