export { lowerCoroutines } from "./lower-coroutines.ts";
