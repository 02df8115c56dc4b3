export { generateStatements } from "./generate-statements.ts";
