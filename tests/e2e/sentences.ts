// The portal's sentences in one language with their values filled in, as tests look for them.

import { readFile } from "node:fs/promises";

import { isolated } from "./isolated.ts";

export class Sentences {
  private constructor(
    /** From key to sentence, as translators write them. */
    readonly texts: Readonly<Record<string, string>>,
    private readonly change: (sentence: string) => string,
  ) {}

  /** Those of `language`, each as `change` makes it, where the page gets them changed too. */
  static async in(
    language: string,
    change = (sentence: string): string => sentence,
  ): Promise<Sentences> {
    const file = new URL(`../../src/i18n/locales/${language}.json`, import.meta.url);
    const texts = JSON.parse(await readFile(file, "utf8")) as Record<string, string>;
    return new Sentences(texts, change);
  }

  /** The sentence with its values, as it stands on the page. */
  say(key: string, values: Record<string, string | number> = {}): string {
    const sentence = this.texts[key];
    if (sentence === undefined) throw new Error(`there is no sentence ${key}`);
    return Object.entries(values).reduce(
      (said, [name, value]) => said.replaceAll(`{${name}}`, isolated(value)),
      this.change(sentence),
    );
  }
}
