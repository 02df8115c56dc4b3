export { generateStatements } from "./generate-statements.ts";
export { prepareFields } from "./prepare-texts.ts";
