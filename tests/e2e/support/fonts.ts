// Loads the same fonts on every machine, so that pictures and measurements do not depend on installed
// fonts.

import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

import type { Page } from "@playwright/test";

const WEIGHTS = [400, 500, 600];
const SCRIPTS = [
  ["noto-sans", "latin"],
  ["noto-sans", "latin-ext"],
  ["noto-sans-hebrew", "hebrew"],
] as const;

/** The part of a font for one script and weight, as it is passed to a page. */
interface FontPart {
  weight: string;
  unicodeRange: string;
  base64: string;
}

async function readFonts(): Promise<FontPart[]> {
  const require = createRequire(import.meta.url);
  const fonts = SCRIPTS.flatMap(([font, script]) => {
    const folder = dirname(require.resolve(`@fontsource/${font}/package.json`));
    return WEIGHTS.map(async (weight) => {
      const ranges = await readFile(join(folder, "unicode.json"), "utf8");
      const file = join(folder, "files", `${font}-${script}-${weight}-normal.woff2`);
      return {
        weight: `${weight}`,
        unicodeRange: (JSON.parse(ranges) as Record<string, string>)[script]!,
        base64: await readFile(file, "base64"),
      };
    });
  });
  return Promise.all(fonts);
}

let fonts: Promise<FontPart[]> | undefined;

/**
 * Loads the fonts in every document that the page opens from now on, and sets `--portal-font` to them.
 */
export async function useSameFonts(page: Page): Promise<void> {
  fonts ??= readFonts();
  await page.addInitScript((fonts) => {
    for (const { weight, unicodeRange, base64 } of fonts) {
      const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
      const face = new FontFace("Portal Tests", bytes.buffer, { weight, unicodeRange });
      document.fonts.add(face);
      void face.load();
    }
    // A style of the host page for the element overrides the portal's own.
    const sheet = new CSSStyleSheet();
    sheet.replaceSync("#portal { --portal-font: 'Portal Tests'; }");
    document.adoptedStyleSheets.push(sheet);
  }, await fonts);
}
