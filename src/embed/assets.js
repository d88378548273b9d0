// Where the other files are: beside this one, wherever the operator put it.

/** The address of a file of this build. */
export const asset = (name) => new URL(name, import.meta.url).href;

/** A transfer that brings nothing for so long has stalled. */
export const STALL_MS = 20_000;
