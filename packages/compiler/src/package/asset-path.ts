/**
 * Where a file of the app lies in its package. Files of the app's `assets` folder keep their path; what a page has beside
 * its HTML goes below `assets`, too.
 */
export function getAssetPath(appPath: string): string {
  return appPath.startsWith("assets/") ? appPath : `assets/${appPath}`;
}

/**
 * Resolves a relative reference of a file of the app to a path in the app's folder, or `undefined` when it leaves it.
 * A reference that starts with `assets/` starts at the app's folder. A query or fragment is not part of the path.
 */
export function resolveReference(fromFile: string, reference: string): string | undefined {
  const path = decodePath(reference.replace(/[?#].*$/s, ""));
  if (path === undefined) return undefined;
  const segments = path.startsWith("assets/") ? [] : fromFile.split("/").slice(0, -1);
  for (const segment of path.split("/")) {
    if (segment === "" || segment === ".") continue;
    if (segment !== "..") segments.push(segment);
    else if (segments.pop() === undefined) return undefined;
  }
  return segments.join("/");
}

function decodePath(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}
