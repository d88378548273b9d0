// Starts the API requests of the first view while the code is still loading. The app uses these
// responses instead of sending the requests again.

/** Returns the account and environment of an address, or those of the host. */
export function scopeOf({ accountId, environment = "sandbox", path }) {
  const { pathname, searchParams } = new URL(path ?? location, location);
  const named = searchParams.get("env");
  return {
    path: pathname,
    named: searchParams.get("account"),
    account: searchParams.get("account") ?? accountId ?? "",
    // The environment of addresses without one.
    usual: environment,
    environment: /^(sandbox|production)$/.test(named) ? named : environment,
  };
}

/**
 * Starts the requests. `early` maps addresses to promises of responses; the account's responses are
 * added once the session has arrived. `answers` resolves with the parsed answers for the first view, or
 * with `undefined` if there is no account.
 */
export function startReads(apiBase, scope, send) {
  const { account: asked, environment } = scope;
  const early = {};
  const keep = (path, response) => {
    early[apiBase + path] = response;
    // Prevents unhandled rejections. The app handles a failure when it uses the response.
    response.catch(() => {});
  };
  const first = new URL(`${apiBase}/session`, location);
  // The order matters, because the standalone page's server sends the same address in a preload header.
  first.searchParams.set("include", "completion,contact_information,account");
  first.searchParams.set("account", asked);
  first.searchParams.set("environment", environment);
  let parts;
  const session = send(first.href).then(async (response) => {
    // Resolves only after the account's responses are present or requested, so that the app finds them
    // all.
    if (response.ok) {
      const session = await response.clone().json();
      const { accounts, included } = session;
      const account = accounts.find(({ id }) => id === asked) ?? accounts[0];
      if (account) {
        const own = included?.account_id === account.id ? included : {};
        const path = `/accounts/${encodeURIComponent(account.id)}`;
        // A part that is not included is requested separately, because older backends include none.
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
  // The app looks the session up by its path alone.
  keep("/session", session);
  const answers = session.then(() => parts);
  // Only the first view uses the answers, and it is optional.
  answers.catch(() => {});
  return { early, answers };
}
