import { isSafePropertyName, type Manifest, type Route } from "@rune/schema";
import { referenceInvalid, routeInvalid } from "../messages.ts";

/** Checks that every route can be told apart, read, and served, and that the entry is one of them. */
export function checkRoutes(manifest: Manifest): void {
  const shapes = new Set<string>();
  manifest.routes.forEach((route, i) => {
    const problem = describePatternProblem(route.pattern);
    if (problem !== undefined) throw routeInvalid(route.pattern, problem);
    // Two patterns that differ in names only match the same paths.
    const shape = route.pattern.replace(/\/([:*])[^/?]*/g, "/$1");
    if (shapes.has(shape)) throw routeInvalid(route.pattern, "an earlier route matches the same paths");
    shapes.add(shape);
    checkServed(manifest, route, `/routes/${i}`);
  });
  if (!manifest.routes.some(({ pattern }) => matches(pattern, manifest.entry))) {
    throw referenceInvalid("/entry", `no route serves \`${manifest.entry.slice(0, 120)}\``);
  }
}

function checkServed(manifest: Manifest, { view, controller }: Route, path: string): void {
  if (!manifest.views.some(({ name }) => name === view)) {
    throw referenceInvalid(`${path}/view`, `there is no view \`${view}\``);
  }
  if (controller === undefined) return;
  const module = manifest.modules.find(({ file }) => file === controller);
  if (!module) throw referenceInvalid(`${path}/controller`, `there is no module \`${controller}\``);
  if (module.kind !== "controller") throw referenceInvalid(`${path}/controller`, `\`${controller}\` is a service`);
}

/** Why a pattern is none: `/`, then segments that are text, `:name`, `:name?`, or a final `*rest`. */
function describePatternProblem(pattern: string): string | undefined {
  if (!pattern.startsWith("/")) return "it does not begin with `/`";
  if (pattern.length > 1024) return "it is longer than 1024 characters";
  if (pattern === "/") return undefined;
  const segments = pattern.slice(1).split("/");
  const names = new Set<string>();
  for (const [i, segment] of segments.entries()) {
    const parameter = /^(?::([A-Za-z_]\w*)\??|\*([A-Za-z_]\w*))$/.exec(segment);
    const name = parameter?.[1] ?? parameter?.[2];
    if (name !== undefined) {
      if (!isSafePropertyName(name)) return `\`${name}\` is no name for a parameter`;
      if (names.has(name)) return `it names \`${name}\` twice`;
      if (segment.startsWith("*") && i < segments.length - 1) return `\`${segment}\` is not its last segment`;
      names.add(name);
    } else if (segment === "" || segment === "." || segment === "..") return "it has an empty, `.` or `..` segment";
    else if (/[\s\p{Cc}\p{Cf}\p{Cs}:*?#\\]/u.test(segment)) return "a segment has a character that no path has";
  }
  return undefined;
}

/** Follows all readings of the optional segments at once, so that no pattern takes more than its length times the path's. */
function matches(pattern: string, path: string): boolean {
  if (!path.startsWith("/")) return false;
  const segments = split(path);
  let reached = new Set([0]);
  for (const part of split(pattern)) {
    if (part.startsWith("*")) return reached.size > 0;
    const next = new Set<number>();
    for (const position of reached) {
      if (part.endsWith("?")) next.add(position);
      if (position < segments.length && (part.startsWith(":") || part === segments[position])) next.add(position + 1);
    }
    reached = next;
  }
  return reached.has(segments.length);
}

function split(path: string): string[] {
  return path.split("/").filter((segment) => segment !== "");
}
