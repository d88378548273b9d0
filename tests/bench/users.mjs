// How long the server takes to list the users of a large account: 10,000 of them, in a database
// with 1,000 accounts. Each time is from the request to the last byte of the answer, as a client on
// the same machine sees it, one request after the other.

import { find, PORTAL_URL, report } from "./browser.mjs";

const REQUESTS = 200;
/** As the portal asks for them. */
const PAGE_SIZE = 100;
/** How many pages lie before the far one. */
const FAR = 90;
const SORTS = ["name", "-name", "role", "-role", "state", "-state"];

/** Signs somebody in; returns the session's cookie. */
async function signIn({ user_id }) {
  const response = await fetch(`${PORTAL_URL}/api/v1/demo/session`, {
    method: "POST",
    headers: { "x-partner-portal": "1", "content-type": "application/json" },
    body: JSON.stringify({ user_id }),
  });
  if (!response.ok) throw new Error(`signing in: ${response.status}`);
  return response.headers.getSetCookie()[0].split(";")[0];
}

const user = await find(({ account_name: name, role }) =>
  name === "Wanderlight Tours" && role === "administrator");
const cookie = await signIn(user);

/** A page of the account's users, and how many milliseconds it took. */
async function read(question) {
  const parameters = new URLSearchParams({ page_size: PAGE_SIZE, ...question });
  const start = performance.now();
  const response = await fetch(
    `${PORTAL_URL}/api/v1/accounts/${user.account_id}/users?${parameters}`,
    { headers: { cookie } },
  );
  const body = await response.arrayBuffer();
  const time = performance.now() - start;
  if (!response.ok) throw new Error(`listing users: ${response.status}`);
  return { time, page: JSON.parse(new TextDecoder().decode(body)) };
}

async function measure(name, question) {
  // Not counted: what the database has not read from its file yet.
  const { page } = await read(question);
  const times = [];
  for (let request = 0; request < REQUESTS; request += 1) times.push((await read(question)).time);
  report(`${name}, ${page.users.length} of ${page.total_size} users`, times, 1);
}

for (const sort of SORTS) await measure(`first page by ${sort}`, { sort });

const searches = [
  ["that finds everybody", "@"],
  ["that finds many", "mar"],
  ["that finds one", "kenji.watanabe@"],
  ["that finds nobody", "zzzzzz"],
];
for (const [name, query] of searches) await measure(`a search ${name}`, { query });
await measure("a search in reverse order", { query: "mar", sort: "-name" });
await measure("a role", { role: "editor" });

for (const sort of ["name", "-role"]) {
  let page_token = "";
  for (let page = 0; page < FAR; page += 1) {
    page_token = (await read({ sort, page_token })).page.next_page_token;
  }
  await measure(`page ${FAR + 1} by ${sort}`, { sort, page_token });
}
