const pattern = /^(0|[1-9]\d{0,8})\.(0|[1-9]\d{0,8})\.(0|[1-9]\d{0,8})(-[0-9A-Za-z.-]{1,64})?(\+[0-9A-Za-z.-]{1,64})?$/;

/** Whether a text is a semantic version (semver.org). */
export function isVersion(text: string): boolean {
  return pattern.test(text);
}

/** Whether version `a` is newer than `b`. A prerelease counts as its release: it has the same formats. */
export function isNewer(a: string, b: string): boolean {
  const left = readNumbers(a);
  const right = readNumbers(b);
  const i = left.findIndex((number, at) => number !== right[at]);
  return i >= 0 && (left[i] ?? 0) > (right[i] ?? 0);
}

function readNumbers(version: string): number[] {
  return (pattern.exec(version) ?? []).slice(1, 4).map(Number);
}
