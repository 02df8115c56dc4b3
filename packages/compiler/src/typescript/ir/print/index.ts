export { printModule, printProgram } from "./print.ts";
