// Measures how long the server takes to list the users of a large account: 10,000 users, in a database
// with 1,000 accounts. Each time is from the request to the last byte of the response, for a client on
// the same machine that sends one request after the other.

import { find, PORTAL_URL } from "./browser.mjs";
import { MILLISECONDS, printTable } from "./table.mjs";

const REQUESTS = 100;
/** The page size that the portal requests. */
const PAGE_SIZE = 100;
/** The number of pages before the far one. */
const FAR = 90;
const SORTS = ["name", "-name", "role", "-role", "state", "-state"];

/** Signs a user in and returns the cookie of the session. */
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

/** Returns a page of the account's users and the milliseconds that the request took. */
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

const rows = [];

async function measure(name, question) {
  // The first request is not counted, because the database may have to read its file.
  const { page } = await read(question);
  const ours = [];
  for (let request = 0; request < REQUESTS; request += 1) ours.push((await read(question)).time);
  rows.push({ name: `${name}, ${page.users.length} of ${page.total_size} users`, ours });
}

for (const sort of SORTS) await measure(`first page by ${sort}`, { sort });

const searches = [
  ["that finds all", "@"],
  ["that finds many", "mar"],
  ["that finds one", "kenji.watanabe@"],
  ["that finds none", "zzzzzz"],
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

printTable("a page of users from the server", MILLISECONDS, rows, REQUESTS, "requests");
