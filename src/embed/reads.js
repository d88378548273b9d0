// The API reads that the first view is sure to need, begun while the code is still on its way.
// The app takes each answer instead of asking again.

/** From address to the promise of its response, filled in as the session becomes known. */
export function startReads({ apiBase, accountId, environment }, parameters, send) {
  const early = {};
  const read = (path, then) => {
    const url = apiBase + path;
    early[url] = send(url).then(then);
    // The app handles the failure when it asks; until then nobody does.
    early[url].catch(() => {});
  };
  const named = parameters.get("env");
  const chosen = /^(sandbox|production)$/.test(named) ? named : (environment ?? "sandbox");
  read("/session", async (response) => {
    // Resolved only after the other reads have begun, so that the app finds them all.
    if (response.ok) {
      const { accounts } = await response.clone().json();
      const asked = parameters.get("account") ?? accountId;
      const account = accounts.find(({ id }) => id === asked) ?? accounts[0];
      if (account) {
        const path = `/accounts/${encodeURIComponent(account.id)}`;
        read(`${path}/completion?environment=${chosen}`);
        read(`${path}/contact-information`);
        read(path);
      }
    }
    return response;
  });
  return early;
}
