// Writes values as they appear in the portal's sentences.

/** Returns the value between direction isolates, which keep it from reordering the words around it. */
export function isolated(value: string | number): string {
  return `\u2068${value}\u2069`;
}
