import type { MountOptions } from "../options.ts";

/** Options of `mount` that attributes say. Wrong ones are `mount`'s to refuse. */
export function readAttributes(element: Element): MountOptions {
  const texts = ["root", "base", "storage", "verify"].flatMap((name) => {
    const value = element.getAttribute(name);
    return value === null ? [] : [[name, value] as const];
  });
  const grants = element.getAttribute("grants");
  return {
    ...Object.fromEntries(texts),
    ...(element.hasAttribute("trusted") && { trusted: true }),
    ...(grants !== null && { grants: grants.split(/\s+/).filter(Boolean) as MountOptions["grants"] & {} }),
  };
}
