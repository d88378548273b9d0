// Sends requests with the host's tokens. A token is stored only in this closure.

const PATIENCE_MS = 15_000;

/**
 * Returns a `fetch` with the host's token. A rejected token is renewed once for all waiting requests
 * (single flight). `onFailure` is called if the host does not return a valid token.
 */
export function authorisedFetch(getToken, sessionUrl, signal, onFailure) {
  const token = tokens(getToken, signal, onFailure);
  let person;

  // A request that one user started is never sent in another user's name. The owner of a renewed token
  // is requested once for all waiting requests.
  let asked = {};
  const isSamePerson = async (renewed) => {
    if (asked.token !== renewed) asked = { token: renewed, owner: ownerOf(renewed) };
    const { owner } = asked;
    try {
      return (await owner) === person;
    } catch (error) {
      if (asked.owner === owner) asked = {};
      throw error;
    }
  };
  const ownerOf = async (renewed) => {
    const question = new Request(sessionUrl, { signal, redirect: "manual" });
    const session = await send(question, renewed);
    if (isRefused(session)) return null;
    if (!session.ok) throw new Error(`partner-portal: the session answered ${session.status}`);
    return (await session.json()).user.id;
  };
  return async (request) => {
    // The session's address, with or without parameters.
    const isSession = request.method === "GET" && request.url.split("?")[0] === sessionUrl;
    let current = await token();
    if (current === null) return signedOut();
    let response = await send(request.clone(), current);
    if (isRefused(response)) {
      current = await token(current);
      if (current === null || (!isSession && !(await isSamePerson(current)))) return signedOut();
      response = await send(request, current);
    }
    if (isSession && response.ok) person = (await response.clone().json()).user.id;
    return response;
  };
}

/**
 * Returns a function that returns the current token. It requests a token if there is none or if the
 * given one was rejected.
 */
function tokens(getToken, signal, onFailure) {
  let present;
  let latest;
  const ask = async (reason) => {
    try {
      latest = undefined;
      latest = check(await patient(getToken, reason, signal));
      // A signed-out user may sign in later, so the next call asks again.
      if (latest === null) present = undefined;
      return latest;
    } catch (error) {
      present = undefined;
      if (!signal.aborted) {
        console.error(error);
        onFailure();
      }
      throw error;
    }
  };
  return (refused) => {
    if (refused !== undefined && refused === latest) present = ask("expired");
    return (present ??= ask("initial"));
  };
}

function patient(getToken, reason, signal) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new Error("partner-portal: getToken did not answer in 15 seconds")),
      PATIENCE_MS,
    );
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      reject(signal.reason);
    });
    Promise.resolve()
      .then(() => getToken({ reason }))
      .then(resolve, reject)
      .finally(() => clearTimeout(timer));
  });
}

function check(token) {
  if (token === null || token === undefined || token === "") return null;
  // A header allows no other characters, and servers accept less than 16 KB.
  if (typeof token === "string" && /^[\x21-\x7e]{1,16384}$/.test(token)) return token;
  throw new TypeError("partner-portal: getToken must answer with a token or null");
}

async function send(request, token) {
  const authorised = new Request(request, { credentials: "omit" });
  authorised.headers.set("accept", "application/json");
  authorised.headers.set("authorization", `Bearer ${token}`);
  return fetch(authorised);
}

/** Returns true if the backend rejects the token, or a gateway redirects to its sign-in page. */
const isRefused = ({ status, type }) => status === 401 || type === "opaqueredirect";

/** Returns the backend's response for a signed-out user. */
function signedOut() {
  const status = 401;
  const code = "signed_out";
  const problem = { type: `/problems/${code}`, title: "Signed out", status, code, request_id: "" };
  return Response.json(problem, { status });
}
