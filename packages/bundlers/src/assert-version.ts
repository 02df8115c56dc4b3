/**
 * @param version as in `7.1.0`; `undefined` of a bundler so old that it does not say
 * @throws Error where a bundler is older than the `least` that the plugins work with
 */
export function assertVersion(bundler: string, version: string | undefined, least: string): void {
  if (version !== undefined && compare(version, least) >= 0) return;
  throw new Error(`rune: ${bundler} ${least} or newer is needed, and this is ${version ?? "an older one"}`);
}

function compare(a: string, b: string): number {
  const [one, other] = [a, b].map((version) => version.split(/[.-]/).slice(0, 2).map(Number));
  return (one?.[0] ?? 0) - (other?.[0] ?? 0) || (one?.[1] ?? 0) - (other?.[1] ?? 0);
}
