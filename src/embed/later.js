// What the first view can do without.

export { fitAppearance } from "./appearance.js";
export { loadTables } from "./tables.js";
