// The same letters on every machine: pictures and measures do not depend on installed fonts.

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

/** A part of the font for one script, as a page can be given it. */
interface Letters {
  weight: string;
  unicodeRange: string;
  base64: string;
}

async function read(): Promise<Letters[]> {
  const require = createRequire(import.meta.url);
  const letters = SCRIPTS.flatMap(([font, script]) => {
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
  return Promise.all(letters);
}

let letters: Promise<Letters[]> | undefined;

/** Every later document of the page has the letters, and the portal's font token names them. */
export async function useSameLetters(page: Page): Promise<void> {
  letters ??= read();
  await page.addInitScript((letters) => {
    for (const { weight, unicodeRange, base64 } of letters) {
      const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
      const face = new FontFace("Portal Tests", bytes.buffer, { weight, unicodeRange });
      document.fonts.add(face);
      void face.load();
    }
    // What the page that embeds the portal sets on the element wins over the portal's own.
    const sheet = new CSSStyleSheet();
    sheet.replaceSync("#portal { --portal-font: 'Portal Tests'; }");
    document.adoptedStyleSheets.push(sheet);
  }, await letters);
}
