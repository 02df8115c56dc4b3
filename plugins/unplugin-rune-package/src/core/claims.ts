/** Who writes what, by build. */
const builds = new WeakMap<object, Map<string, object>>();

/** Notes that an `owner` writes files in a build. Returns the path of one that another owner writes, too. */
export function claimFiles(build: object, paths: Iterable<string>, owner: object): string | undefined {
  const claims = builds.get(build) ?? new Map<string, object>();
  builds.set(build, claims);
  // What it wrote before it may have left to others.
  for (const [path, other] of claims) if (other === owner) claims.delete(path);
  for (const path of paths) {
    if (claims.has(path)) return path;
    claims.set(path, owner);
  }
  return undefined;
}
