export { linearSource } from "./generated/linear-source.ts";
