// Changes the appearance of a mounted portal and shows the option that a host passes for it.

import { mount } from "/partner-portal.js";

const SIGN_IN = "/demo/sign-in?return_to=%2Fdemo%2Ftheme";

// The default values in style/tokens.
const AS_IT_COMES = {
  accentLight: "#0b57d0",
  accentDark: "#8ab4f8",
  surfaceLight: "#ffffff",
  surfaceDark: "#17191d",
  font: "",
  radius: "8",
  height: "36",
};

const PRESETS = {
  "As it comes": AS_IT_COMES,
  Forest: { ...AS_IT_COMES, accentLight: "#1c6b3a", accentDark: "#86d6a0", surfaceLight: "#fbfdf9", radius: "14" },
  "Square and dense": { ...AS_IT_COMES, accentLight: "#5b3fc4", accentDark: "#b8a6ff", radius: "0", height: "28" },
  "Warm serif": {
    ...AS_IT_COMES,
    accentLight: "#a63c06",
    accentDark: "#ffb38a",
    surfaceLight: "#fffaf3",
    surfaceDark: "#201a17",
    font: "Georgia, 'Times New Roman', serif",
  },
  "An accent that nobody could read": { ...AS_IT_COMES, accentLight: "#ffdd00", accentDark: "#3a3000" },
};

const theme = document.querySelector("#theme");
const control = (name) => theme.querySelector(`[name="${name}"]`);
const preset = control("preset");
const advice = document.querySelector("#advice");
const code = document.querySelector("#code");
const copy = document.querySelector("#copy");
const element = document.querySelector("#portal");

preset.append(...Object.keys(PRESETS).map((name) => new Option(name)));
take(PRESETS["As it comes"]);

function take(values) {
  for (const [name, value] of Object.entries(values)) control(name).value = value;
}

/** Returns the appearance that the controls describe, without default values. */
function appearance() {
  const value = (name) => control(name).value;
  const isChanged = (...names) => names.some((name) => value(name) !== AS_IT_COMES[name]);
  const both = (name) => `light-dark(${value(`${name}Light`)}, ${value(`${name}Dark`)})`;
  const variables = {};
  if (isChanged("accentLight", "accentDark")) variables["--portal-accent"] = both("accent");
  if (isChanged("surfaceLight", "surfaceDark")) {
    variables["--portal-surface"] = both("surface");
    variables["--portal-surface-raised"] = both("surface");
  }
  if (isChanged("font")) variables["--portal-font"] = value("font");
  if (isChanged("radius")) {
    variables["--portal-radius"] = `${value("radius")}px`;
    variables["--portal-radius-large"] = `${Math.round(value("radius") * 1.5)}px`;
  }
  if (isChanged("height")) variables["--portal-control-height"] = `${value("height")}px`;
  return { colorScheme: value("colorScheme"), variables };
}

function show() {
  for (const name of ["radius", "height"]) {
    const { labels, value } = control(name);
    labels[0].querySelector("span").textContent = `(${value} px)`;
  }
  code.value = `appearance: ${JSON.stringify(appearance(), null, 2)}`;
}

const portal = await mount(element, {
  apiBase: "/api/v1",
  basePath: "/portal",
  path: "/portal/configuration/contact-information",
  // This page does not keep its own history.
  onNavigate: () => {},
  chrome: "full",
  appearance: appearance(),
});

element.addEventListener("partner-portal:session-expired", ({ detail }) => {
  if (detail.initial) location.replace(SIGN_IN);
});
element.addEventListener("partner-portal:sign-out-requested", () => location.assign(SIGN_IN));
element.addEventListener("partner-portal:status", ({ detail }) => {
  if (detail.status !== "locked") return;
  portal.unmount();
  document.querySelector("#instead").hidden = false;
});

theme.addEventListener("input", ({ target }) => {
  if (target === preset) take(PRESETS[preset.value]);
  // The colour scheme is not part of the presets.
  else if (target.name !== "colorScheme") preset.selectedIndex = -1;
  show();
  portal.update({ appearance: appearance() });
});

// If an accent is unreadable, the portal sets a readable one on its root element.
new MutationObserver(() => {
  const root = element.shadowRoot.querySelector(".portal-root");
  const used = root?.style.getPropertyValue("--portal-accent");
  const wanted = appearance().variables["--portal-accent"];
  advice.textContent =
    used && used !== wanted
      ? "This accent cannot be read on the surface: the portal uses a shade of it that can."
      : "";
}).observe(element.shadowRoot, { attributeFilter: ["style"], subtree: true });

copy.addEventListener("click", async () => {
  try {
    await navigator.clipboard.writeText(code.value);
    copy.textContent = "Copied";
  } catch {
    code.select();
    copy.textContent = "Selected: press Ctrl+C";
  }
  setTimeout(() => (copy.textContent = "Copy"), 2000);
});

show();
