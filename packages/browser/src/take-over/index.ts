export { takeOver } from "./take-over.ts";
export type { TakeOver } from "./take-over.ts";
