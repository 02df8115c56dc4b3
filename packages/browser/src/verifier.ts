/** What is loaded to read and check packages, and with them their styles; a chunk of its own. */
export { createMarkupPolicy, openPackage, readData, readView } from "@rune/archive";
export { adoptStyles } from "./page/adopt-styles.ts";
export { loadStyles } from "./page/load-styles.ts";
