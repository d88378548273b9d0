// Validates the host's colours and makes the accent readable on the other colours.

const COLORS = [
  "surface", "surface-raised", "surface-sunken", "surface-hover", "text", "muted", "border",
  "border-control", "accent", "accent-hover", "accent-text", "accent-soft", "danger",
  "danger-soft", "warning", "warning-soft", "success", "success-soft", "focus", "backdrop",
];

// The custom properties that a host may set, each with a CSS property that accepts the same values.
// style/tokens describes them.
const VARIABLES = new Map(
  [
    ...COLORS.map((name) => [name, "color"]),
    ["shadow", "box-shadow"],
    ["font", "font-family"],
    ["radius", "border-radius"],
    ["radius-large", "border-radius"],
    ["control-height", "min-block-size"],
    ["reading-width", "max-inline-size"],
    ["motion", "transition-duration"],
  ].map(([name, property]) => [`--portal-${name}`, property]),
);

// The minimum contrast of text (WCAG 2.2, 1.4.3). The accent colour is used for text in some places.
const READABLE = 4.5;
const SCHEMES = ["light", "dark"];

// The share of the accent in its soft background, as in style/tokens.
const SOFT = { light: 0.1, dark: 0.18 };

// The share of the text colour in the accent while the pointer is over it.
const HOVER = 0.18;

/**
 * Ignores invalid values. Derives a hover shade of the accent. Makes the accent readable on the surface
 * and on its own soft background, and the accent's text readable on the accent, in both colour schemes.
 * Reports each change as a warning. Does nothing to colours in forced-colours mode, because the user's
 * system chooses them.
 */
export function fitAppearance(root, appearance) {
  for (const fault of putAside(root, appearance ?? {})) warn(fault);
  if (matchMedia("(forced-colors: active)").matches) return;
  const probe = new Probe(root);
  const accents = SCHEMES.map((scheme) => {
    const surface = probe.color("surface", scheme);
    const accent = probe.color("accent", scheme);
    const soft = (shade) => mix(surface, shade, SOFT[scheme]);
    const readable = darkened(accent, surface, soft);
    const hover = mix(readable, probe.color("text", scheme), HOVER);
    return { accent, readable, hover, text: probe.color("accent-text", scheme) };
  });
  probe.remove();
  if (!getComputedStyle(root).getPropertyValue("--portal-accent-hover")) {
    set(root, "accent-hover", accents.map(({ hover }) => hover));
  }
  if (accents.some(({ accent, readable }) => accent !== readable)) {
    set(root, "accent", accents.map(({ readable }) => readable));
    warn("--portal-accent cannot be read on --portal-surface; a shade that can is used instead");
  }
  if (accents.some(({ readable, text }) => contrast(readable, text) < READABLE)) {
    set(root, "accent-text", accents.map(({ readable }) => best(readable)));
    warn("--portal-accent-text cannot be read on --portal-accent; black or white is used instead");
  }
}

/** Removes invalid values, so that the defaults apply, and yields a description of each. */
function* putAside({ style }, { colorScheme, variables, ...others }) {
  for (const name in others) yield `appearance has no ${name}; there are colorScheme and variables`;
  if (![...SCHEMES, "auto"].includes(colorScheme || "auto")) {
    style.colorScheme = "";
    yield `appearance.colorScheme must be light, dark or auto, not ${colorScheme}`;
  }
  for (const [name, value] of Object.entries(variables ?? {})) {
    const property = VARIABLES.get(name);
    if (!property) {
      yield `there is no ${name}; the guide lists the names`;
    } else if (!CSS.supports(property, value)) {
      style.removeProperty(name);
      yield `${name} takes what ${property} does in CSS, not ${value || "nothing"}; ours is used`;
    }
  }
}

/**
 * Returns the nearest darker or lighter shade of a colour that is readable on both of its backgrounds.
 */
function darkened(color, surface, soft) {
  const towards = best(surface);
  for (let share = 0; share < 1; share += 0.05) {
    const shade = share === 0 ? color : mix(color, towards, share);
    const grounds = [surface, soft(shade)];
    if (grounds.every((ground) => contrast(shade, ground) >= READABLE)) return shade;
  }
  return towards;
}

const mix = (one, other, share) =>
  one.map((part, at) => Math.round(part + (other[at] - part) * share));

const BLACK = [0, 0, 0];
const WHITE = [255, 255, 255];

const best = (ground) => (contrast(BLACK, ground) > contrast(WHITE, ground) ? BLACK : WHITE);

function set(root, name, [light, dark]) {
  const css = (color) => `rgb(${color.join(" ")})`;
  root.style.setProperty(`--portal-${name}`, `light-dark(${css(light)}, ${css(dark)})`);
}

/** Returns the WCAG contrast ratio of two opaque colours, from 1 to 21. */
export function contrast(one, other) {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(color) {
  const [red, green, blue] = color.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Reads colours as the browser renders them, in any CSS notation. */
class Probe {
  #element = document.createElement("span");
  #canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });

  constructor(root) {
    this.#element.hidden = true;
    root.append(this.#element);
  }

  /** Returns red, green and blue, each from 0 to 255. */
  color(name, scheme) {
    this.#element.style.colorScheme = scheme;
    this.#element.style.color = `var(--portal-${name})`;
    this.#canvas.fillStyle = getComputedStyle(this.#element).color;
    this.#canvas.fillRect(0, 0, 1, 1);
    return [...this.#canvas.getImageData(0, 0, 1, 1).data.slice(0, 3)];
  }

  remove() {
    this.#element.remove();
  }
}

function warn(message) {
  console.warn(`partner-portal: ${message}`);
}
