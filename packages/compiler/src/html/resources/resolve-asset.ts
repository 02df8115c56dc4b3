/** A file that a URL of the page means. */
export interface ResolvedAsset {
  /** Path relative to the app's root. */
  path: string;
  /** Query and fragment, as written. */
  suffix: string;
}

/** Whether a URL stays inside the app: it has no scheme, host, leading `/` and is not only a fragment or query. */
export function isRelativeUrl(url: string): boolean {
  return url.trim() !== "" && !/^\s*(?:[a-z][a-z0-9+.-]*:|[/\\#?])/i.test(url);
}

/** Whether a URL is a path that counts from the root of the site: `/x`, not `//host`. */
export function isRootedUrl(url: string): boolean {
  return /^\s*\/(?![/\\])/.test(url);
}

/**
 * Resolves a relative URL from a file's folder to a path relative to the app's root. Paths that begin with `assets/` start
 * at the root. Returns a problem for one that leaves the app.
 */
export function resolveAsset(folder: string, url: string): ResolvedAsset | { problem: string } {
  const trimmed = url.trim();
  const end = trimmed.search(/[?#]/);
  const written = end < 0 ? trimmed : trimmed.slice(0, end);
  const suffix = end < 0 ? "" : trimmed.slice(end);
  if (written.includes("\\")) return { problem: "has a backslash; paths have `/`" };
  const path = decodePath(written);
  const segments = path.startsWith("assets/") ? [] : folder.split("/");
  for (const segment of path.split("/")) {
    if (segment === "..") {
      if (segments.pop() === undefined) return { problem: "leads out of the app" };
    } else if (segment !== "." && segment !== "") segments.push(segment);
  }
  if (segments.length === 0 || path.endsWith("/")) return { problem: "names no file" };
  return { path: segments.join("/"), suffix };
}

/** Files are named as on disk, also where a URL escapes a character. */
function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
