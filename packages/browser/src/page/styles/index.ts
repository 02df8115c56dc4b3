/** What confines style sheets to the app; loaded with the first of an app that has not the whole page. */
export { fillSheet } from "./fill-sheet.ts";
export { collectStyleNames, getStyleNames } from "./style-names.ts";
