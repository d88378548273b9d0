// Lists the demo's users and signs in as the chosen one.

const API = "/api/v1/demo";
const HOME = "/portal/";

const search = document.querySelector("#search");
const status = document.querySelector("#status");
const retry = document.querySelector("#retry");
const accounts = document.querySelector("#accounts");
const accountTemplate = document.querySelector("#account-template");
const personTemplate = document.querySelector("#person-template");

let signingIn = false;

/** Converts an id such as `things_to_do` to words. */
function words(id) {
  const text = id.replaceAll("_", " ");
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Returns the text without case and accents, for comparisons. */
function key(text) {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}

function say(text, failed = false) {
  status.textContent = text;
  status.classList.toggle("failed", failed);
}

/** Returns the address to open after signing in: a path of this origin, or the portal's first page. */
function returnPath() {
  const wanted = new URLSearchParams(location.search).get("return_to") ?? HOME;
  // A second slash or a backslash would name another host. Control characters are refused too, because
  // browsers remove tabs and line breaks before they parse an address.
  if (!/^\/(?![/\\])[^\\\p{Cc}]*$/u.test(wanted)) return HOME;
  const url = new URL(wanted, location.origin);
  // Returns the full address, because the path of `/.//host` alone would be `//host`.
  return url.origin === location.origin ? url.href : HOME;
}

function byAccount(users) {
  const groups = new Map();
  for (const user of users) {
    const group = groups.get(user.account_id) ?? [];
    groups.set(user.account_id, [...group, user]);
  }
  return [...groups.values()];
}

function personItem(user) {
  const item = personTemplate.content.cloneNode(true).firstElementChild;
  item.querySelector(".name").textContent = user.name;
  item.querySelector(".role").textContent = words(user.role);
  item.dataset.key = key([user.name, user.email, words(user.role)].join("\n"));
  item.querySelector("button").addEventListener("click", () => signIn(user, item));
  return item;
}

function accountSection(users) {
  const section = accountTemplate.content.cloneNode(true).firstElementChild;
  const [{ account_id, account_name, integration_type, complete }] = users;
  const heading = section.querySelector("h2");
  heading.id = `account-${account_id}`;
  heading.textContent = account_name;
  section.setAttribute("aria-labelledby", heading.id);
  section.querySelector(".type").textContent = words(integration_type);
  const state = section.querySelector(".state");
  state.textContent = complete ? "Complete in Sandbox" : "Not complete";
  state.classList.toggle("complete", complete);
  section.dataset.key = key([account_name, words(integration_type)].join("\n"));
  section.querySelector("ul").append(...users.map(personItem));
  return section;
}

/** Shows the matching users. An account that matches shows all of its users. */
function filter() {
  const wanted = key(search.value.trim());
  let shown = 0;
  for (const section of accounts.children) {
    const all = section.dataset.key.includes(wanted);
    let any = false;
    for (const item of section.querySelectorAll("li")) {
      item.hidden = !all && !item.dataset.key.includes(wanted);
      any ||= !item.hidden;
      shown += item.hidden ? 0 : 1;
    }
    section.hidden = !any;
  }
  if (shown === 0) say(`Nobody matches “${search.value.trim()}”.`);
  else say(shown === 1 ? "1 person" : `${shown} people`);
}

async function signIn(user, item) {
  if (signingIn) return;
  signingIn = true;
  const button = item.querySelector("button");
  button.setAttribute("aria-disabled", "true");
  say(`Signing in as ${user.name}…`);
  try {
    const response = await fetch(`${API}/session`, {
      method: "POST",
      headers: { "content-type": "application/json", "x-partner-portal": "1" },
      body: JSON.stringify({ user_id: user.user_id }),
    });
    if (!response.ok) throw new Error(`status ${response.status}`);
    location.assign(returnPath());
  } catch {
    say(`Could not sign in as ${user.name}. Try again.`, true);
  } finally {
    signingIn = false;
    button.removeAttribute("aria-disabled");
  }
}

async function load() {
  retry.hidden = true;
  accounts.setAttribute("aria-busy", "true");
  say("Loading…");
  try {
    const response = await fetch(`${API}/users`);
    if (!response.ok) throw new Error(`status ${response.status}`);
    const { users } = await response.json();
    accounts.replaceChildren(...byAccount(users).map(accountSection));
    if (users.length === 0) say("This database has nobody to sign in as.");
    else filter();
  } catch {
    say("The list could not be loaded.", true);
    retry.hidden = false;
  } finally {
    accounts.setAttribute("aria-busy", "false");
  }
}

search.addEventListener("input", filter);
retry.addEventListener("click", load);
load();
