// Exports everything that the first view does not need.

export { fitAppearance } from "./appearance.js";
export { fetchCities } from "./cities.js";
export { hasStyles } from "./missing_styles.js";
export { loadTables } from "./tables.js";
