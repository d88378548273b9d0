// The API reads that the first view is sure to need, begun while the code is still on its way.
// The app takes each answer instead of asking again.

/** From address to the promise of its response, filled in as the session becomes known. */
export function startReads(options, signal) {
  const early = {};
  const read = (path, then) => {
    const url = options.apiBase + path;
    early[url] = send(url, signal).then(then);
    // The app handles the failure when it asks; until then nobody does.
    early[url].catch(() => {});
  };
  read("/session", async (response) => {
    // Resolved only after the other reads have begun, so that the app finds them all.
    if (response.ok) {
      const { accounts } = await response.clone().json();
      const asked = new URLSearchParams(location.search).get("account") ?? options.accountId;
      const account = accounts.find(({ id }) => id === asked) ?? accounts[0];
      if (account) readAccount(read, account.id, environment(options));
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

async function send(url, signal) {
  return fetch(url, { credentials: "same-origin", headers: { accept: "application/json" }, signal });
}

function environment(options) {
  const asked = new URLSearchParams(location.search).get("env");
  return ["sandbox", "production"].includes(asked) ? asked : (options.environment ?? "sandbox");
}
