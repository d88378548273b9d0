// The API reads of the first view, begun while the code is still on its way. The app takes each answer
// instead of reading again.

/** From address to the promise of its response; those of the account are there once the session's is. */
export function startReads({ apiBase, accountId, environment }, parameters, send) {
  const early = {};
  const keep = (path, response) => {
    early[apiBase + path] = response;
    // The app handles a failure when it reads; until then nothing does.
    response.catch(() => {});
  };
  const named = parameters.get("env");
  const chosen = /^(sandbox|production)$/.test(named) ? named : (environment ?? "sandbox");
  const asked = parameters.get("account") ?? accountId ?? "";
  const query = new URLSearchParams({
    include: "completion,contact_information,account",
    account: asked,
    environment: chosen,
  });
  const session = send(`${apiBase}/session?${query}`).then(async (response) => {
    // Resolved only after the account's answers are there or begun, so that the app finds them all.
    if (response.ok) {
      const { accounts, included } = await response.clone().json();
      const account = accounts.find(({ id }) => id === asked) ?? accounts[0];
      if (account) {
        const parts = included?.account_id === account.id ? included : {};
        const path = `/accounts/${encodeURIComponent(account.id)}`;
        // A part that is not included has a read of its own: an older backend includes none.
        const take = (path, part) =>
          keep(path, part ? Promise.resolve(Response.json(part)) : send(apiBase + path));
        take(`${path}/completion?environment=${chosen}`, parts.completion);
        take(`${path}/contact-information`, parts.contact_information);
        take(path, parts.account);
      }
    }
    return response;
  });
  // The app asks by the path alone.
  keep("/session", session);
  return early;
}
