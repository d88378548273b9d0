// Requests with the tokens of the host. A token lives in this closure and nowhere else.

const PATIENCE_MS = 15_000;

/**
 * A `fetch` with the host's token. A refused token is renewed once, by one question for all the
 * requests that wait; `onFailure` is told of an answer that is none.
 */
export function authorisedFetch(getToken, sessionUrl, signal, onFailure) {
  const token = tokens(getToken, signal, onFailure);
  let person;

  // A request that one person began is never sent in another's name: whose the renewed token is, is
  // asked once for all the requests that wait for it.
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
    // With or without what it is asked to include.
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

/** Hands out the present token; asks for one when there is none, or when this one was refused. */
function tokens(getToken, signal, onFailure) {
  let present;
  let latest;
  const ask = async (reason) => {
    try {
      latest = undefined;
      latest = check(await patient(getToken, reason, signal));
      // Nobody is signed in: that may be different the next time.
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
  // A header takes no other characters; 16 KB is more than servers accept.
  if (typeof token === "string" && /^[\x21-\x7e]{1,16384}$/.test(token)) return token;
  throw new TypeError("partner-portal: getToken must answer with a token or null");
}

async function send(request, token) {
  const authorised = new Request(request, { credentials: "omit" });
  authorised.headers.set("accept", "application/json");
  authorised.headers.set("authorization", `Bearer ${token}`);
  return fetch(authorised);
}

/** Whether the backend refuses the token, or a gateway in front of it leads to its sign-in page. */
const isRefused = ({ status, type }) => status === 401 || type === "opaqueredirect";

/** What the backend answers somebody whom it does not know. */
function signedOut() {
  const status = 401;
  const code = "signed_out";
  const problem = { type: `/problems/${code}`, title: "Signed out", status, code, request_id: "" };
  return Response.json(problem, { status });
}
