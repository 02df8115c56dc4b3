import { hostFunctions, type CapabilityName, type Manifest } from "@rune/schema";
import { capabilityMissing, capabilityUntrusted, manifestInvalid } from "../messages.ts";

const reachingOut: ReadonlySet<CapabilityName> = new Set(["net", "http"]);
const trusted: ReadonlySet<CapabilityName> = new Set(["process", "dom"]);

/** Checks that modules need nothing that the package does not ask for, and that what it asks for is well said. */
export function checkCapabilities(manifest: Manifest): void {
  const asked = new Set<CapabilityName>();
  manifest.capabilities.forEach(({ name, origins }, i) => {
    const path = `/capabilities/${i}`;
    if (asked.has(name)) throw manifestInvalid(path, `\`${name}\` is asked for twice`);
    asked.add(name);
    if (trusted.has(name) && manifest.trust !== "trusted") throw capabilityUntrusted(name);
    if (origins && !reachingOut.has(name)) throw manifestInvalid(`${path}/origins`, `\`${name}\` has no origins`);
    if (origins?.some((origin) => !isOrigin(origin))) {
      throw manifestInvalid(`${path}/origins`, "must be origins such as https://api.example.org");
    }
  });
  for (const { file, imports, capabilities } of manifest.modules) {
    for (const capability of capabilities) {
      if (!asked.has(capability)) throw capabilityMissing(file, capability, "but the package does not ask for it");
    }
    for (const name of imports) {
      const needed = Object.hasOwn(hostFunctions, name) ? hostFunctions[name]?.capability : undefined;
      if (needed !== undefined && !capabilities.includes(needed)) {
        throw capabilityMissing(file, needed, `for its import \`${name}\` but does not declare it`);
      }
    }
  }
}

/** Scheme, host and perhaps a port, as `URL.origin` writes them. */
function isOrigin(text: string): boolean {
  return text.length <= 512 && /^(https?|wss?):\/\/([a-z0-9.-]+|\[[0-9a-f:.]+\])(:\d{1,5})?$/.test(text);
}
