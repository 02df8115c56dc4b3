/** What is loaded to read and check packages, with their styles, and what data puts into their markup and lists; and what tells of errors; a chunk of its own. */
export { createMarkupPolicy, openPackage, readData } from "@rune/archive";
export { checkAttribute, describeRefusal, isUrlAttribute } from "@rune/schema";
export { createReporter } from "./create-reporter.ts";
export { enterPage } from "./page/enter-page.ts";
export { isTypingOutside, takeFocus } from "./page/take-focus.ts";
export { groupValue, ownName } from "./page/groups/group-names.ts";
export { readOwnView } from "./page/groups/read-own-view.ts";
export { loadStyles, WHOLE_PAGE } from "./page/load-styles.ts";
export { attributeRefused, bindingFailed, controllerMissing, outletMissing } from "./page/messages.ts";
export { listDuplicateKey, listInvalid } from "./renderer/lists/messages.ts";
export { isAllowedStyle, listAllowedStyles, listDeclarations } from "./renderer/allowed-styles.ts";
export { holdText } from "./renderer/hold-text.ts";
