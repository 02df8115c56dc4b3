export { checkFuel } from "./check-fuel.ts";
export type { FuelCheckOptions } from "./check-fuel.ts";
