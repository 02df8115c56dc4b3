export { generateExpression } from "./generate-expression.ts";
