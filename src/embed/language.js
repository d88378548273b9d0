// What a language tag says.

/** What a tag says; nothing for what is no tag: a host can write any text, and some systems do. */
export function parsed(tag) {
  try {
    return new Intl.Locale(tag);
  } catch {
    return {};
  }
}

// The browser knows that `iw`, which some systems still say, is what Hebrew was called until 1989.
export const language = (tag) => parsed(tag).language ?? tag;

/** In which direction a language of ours is written. */
export const direction = (locale) => (locale === "he" ? "rtl" : "ltr");
