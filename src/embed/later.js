// What the first view can do without.

export { fitAppearance } from "./appearance.js";
export { fetchCities } from "./cities.js";
export { hasStyles } from "./missing_styles.js";
export { loadTables } from "./tables.js";
