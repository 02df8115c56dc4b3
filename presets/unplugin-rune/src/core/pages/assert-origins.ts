import type { CapabilityRequest } from "@rune/schema";

/**
 * Checks that a page's policy can name what an app asks for: the sources of a Content-Security-Policy have no addresses of IPv6, and browsers ignore them.
 *
 * @throws TypeError
 */
export function assertOrigins(capabilities: readonly CapabilityRequest[]): void {
  for (const { name, origins = [] } of capabilities) {
    const origin = origins.find((each) => each.includes("["));
    if (origin === undefined) continue;
    const named = origin.replace(/\[.*\]/, "localhost");
    throw new TypeError(
      `rune: \`capabilities.${name}.origins\` has ${JSON.stringify(origin)}, and the policy of a page can name no IPv6 address; ` +
        `name the host, such as ${JSON.stringify(named)}, or write pages without a policy (\`policy: false\`)`,
    );
  }
}
