// How values stand in sentences of the portal.

/** The value between direction isolates, which keep it from reordering the words around it. */
export function isolated(value: string | number): string {
  return `\u2068${value}\u2069`;
}
