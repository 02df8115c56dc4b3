export { checkFuel } from "./check-fuel.ts";
export type { FuelCheckOptions } from "./check-fuel.ts";
export { CodeProblem } from "./messages.ts";
export type { Quote } from "./messages.ts";
