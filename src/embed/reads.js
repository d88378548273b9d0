// The API reads of the first view, begun while the code is still on its way. The app takes each answer
// instead of reading again.

/** The account and the environment that an address asks for, else the host. */
export function scopeOf({ accountId, environment = "sandbox", path }) {
  const { pathname, searchParams } = new URL(path ?? location, location);
  const named = searchParams.get("env");
  return {
    path: pathname,
    named: searchParams.get("account"),
    account: searchParams.get("account") ?? accountId ?? "",
    // That of an address that names none.
    usual: environment,
    environment: /^(sandbox|production)$/.test(named) ? named : environment,
  };
}

/**
 * `early`: from address to the promise of its response; those of the account are there once the
 * session's is. `answers`: what they say, for the first view; nothing without an account.
 */
export function startReads(apiBase, scope, send) {
  const { account: asked, environment } = scope;
  const early = {};
  const keep = (path, response) => {
    early[apiBase + path] = response;
    // The app handles a failure when it reads; until then nothing does.
    response.catch(() => {});
  };
  const first = new URL(`${apiBase}/session`, location);
  // In this order: the standalone page's server names the same address in a header.
  first.searchParams.set("include", "completion,contact_information,account");
  first.searchParams.set("account", asked);
  first.searchParams.set("environment", environment);
  let parts;
  const session = send(first.href).then(async (response) => {
    // Resolved only after the account's answers are there or begun, so that the app finds them all.
    if (response.ok) {
      const session = await response.clone().json();
      const { accounts, included } = session;
      const account = accounts.find(({ id }) => id === asked) ?? accounts[0];
      if (account) {
        const own = included?.account_id === account.id ? included : {};
        const path = `/accounts/${encodeURIComponent(account.id)}`;
        // A part that is not included has a read of its own: an older backend includes none.
        const take = (path, part) => {
          const response = part ? Promise.resolve(Response.json(part)) : send(apiBase + path);
          keep(path, response);
          return part ?? response.then((answer) => answer.clone().json());
        };
        parts = Promise.all([
          take(`${path}/completion?environment=${environment}`, own.completion),
          take(`${path}/contact-information`, own.contact_information),
          take(path, own.account),
        ]).then(([completion, contactInformation, details]) => ({
          ...scope,
          session,
          account,
          completion,
          contactInformation,
          details,
        }));
        parts.catch(() => {});
      }
    }
    return response;
  });
  // The app asks by the path alone.
  keep("/session", session);
  const answers = session.then(() => parts);
  // Only the first view takes them, and can do without.
  answers.catch(() => {});
  return { early, answers };
}
