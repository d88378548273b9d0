// The API reads that the first view is sure to need, begun while the code is still on its way.
// The app takes each answer instead of asking again.

/** From address to the promise of its response, filled in as the session becomes known. */
export function startReads(options, signal) {
  const { apiBase, getToken } = options;
  const early = {};
  const token = getToken && (async () => getToken({ reason: "initial" }))();
  const read = (path, then) => {
    const url = apiBase + path;
    early[url] = send(url, token, signal).then(then);
    // The app handles the failure when it asks; until then nobody does.
    early[url].catch(() => {});
  };
  read("/session", async (response) => {
    // Resolved only after the other reads have begun, so that the app finds them all.
    if (response.ok) {
      const { accounts } = await response.clone().json();
      const account = options.accountId ?? accounts[0]?.id;
      if (account) readAccount(read, account, environment(options));
    }
    return response;
  });
  return early;
}

function readAccount(read, account, environment) {
  const path = `/accounts/${encodeURIComponent(account)}`;
  read(`${path}/completion?environment=${environment}`);
  read(`${path}/contact-information`);
  read(path);
}

async function send(url, token, signal) {
  const headers = { accept: "application/json" };
  if (token) headers.authorization = `Bearer ${await token}`;
  return fetch(url, { credentials: "same-origin", headers, signal });
}

function environment(options) {
  const asked = options.environment ?? new URLSearchParams(location.search).get("env");
  return asked === "production" ? asked : "sandbox";
}
