/** What is loaded to read and check packages; a chunk of its own. */
export { createMarkupPolicy, openPackage, readData, readView } from "@rune/archive";
export { loadStyles } from "./page/load-styles.ts";
