import { createCustomProperties, type CapabilityName, type Manifest, type MarkupPolicy } from "@rune/schema";

/** What markup of an app may do: what its manifest asks for, narrowed to what the host grants, if that is told. */
export function createMarkupPolicy(manifest: Manifest, grants?: ReadonlySet<CapabilityName>): MarkupPolicy {
  const given = manifest.capabilities.filter(({ name }) => !grants || grants.has(name));
  return {
    origins: given.flatMap(({ name, origins }) => (name === "net" ? (origins ?? []) : [])),
    frames: given.some(({ name }) => name === "frames"),
    properties: createCustomProperties(),
  };
}
