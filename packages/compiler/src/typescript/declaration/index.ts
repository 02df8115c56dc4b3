export { generateDeclaration } from "./generate-declaration.ts";
