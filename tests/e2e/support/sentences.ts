// The portal's sentences in one language, which tests look up by key.

import { readFile } from "node:fs/promises";

import { isolated } from "./isolated.ts";

export class Sentences {
  private constructor(
    /** The sentences by key, as in the file of translations. */
    readonly texts: Readonly<Record<string, string>>,
    private readonly change: (sentence: string) => string,
  ) {}

  /** Reads the sentences of `language`. `change` must match the change that the page receives. */
  static async in(
    language: string,
    change = (sentence: string): string => sentence,
  ): Promise<Sentences> {
    const file = new URL(`../../../src/i18n/locales/${language}.json`, import.meta.url);
    const texts = JSON.parse(await readFile(file, "utf8")) as Record<string, string>;
    return new Sentences(texts, change);
  }

  /** Returns a sentence with its values, as it appears on the page. */
  say(key: string, values: Record<string, string | number> = {}): string {
    const sentence = this.texts[key];
    if (sentence === undefined) throw new Error(`there is no sentence ${key}`);
    return Object.entries(values).reduce(
      (said, [name, value]) => said.replaceAll(`{${name}}`, isolated(value)),
      this.change(sentence),
    );
  }
}
