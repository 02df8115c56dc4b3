import type { CapabilityName } from "@rune/schema";
import { hostFunctions } from "@rune/schema";

/** The capabilities that imports need, sorted; `navigates` says that mutations may change the route, which no import tells. */
export function findCapabilities(imports: readonly string[], navigates: boolean): CapabilityName[] {
  const names = new Set<CapabilityName>();
  for (const name of imports) {
    const capability = hostFunctions[name]?.capability;
    if (capability) names.add(capability);
  }
  if (navigates) names.add("navigation");
  return [...names].sort();
}
