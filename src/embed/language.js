// Parses language tags.

/**
 * Returns the parts of a tag, or an empty object if the tag is invalid. A host can pass any text, and
 * some systems report invalid tags.
 */
export function parsed(tag) {
  try {
    return new Intl.Locale(tag);
  } catch {
    return {};
  }
}

// The browser maps `iw`, the code for Hebrew until 1989, which some systems still report.
export const language = (tag) => parsed(tag).language ?? tag;

/** Returns the writing direction of one of our languages. */
export const direction = (locale) => (locale === "he" ? "rtl" : "ltr");
