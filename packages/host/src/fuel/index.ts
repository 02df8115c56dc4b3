export { checkFuel } from "./check-fuel.ts";
export type { FuelCheckOptions } from "./check-fuel.ts";
export { FuelMeter } from "./fuel-meter.ts";
export type { FuelCounter, FuelOptions } from "./fuel-meter.ts";
