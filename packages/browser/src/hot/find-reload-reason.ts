import type { Manifest, Route } from "@rune/schema";

/** What of a manifest an app can go on without: files that are read anew, and what these make of pages that it has. */
const replaced = new Set<keyof Manifest>(["files", "assets", "modules", "routes", "views"]);

/** Why an app that runs cannot go on with another build of itself, as the end of a sentence; `undefined` where it can. */
export function findReloadReason(before: Manifest, after: Manifest): string | undefined {
  const [old, next] = [before, after].map(({ routes }) => routes.map(describeRoute)) as [string[], string[]];
  const gone = old.filter((each) => !next.includes(each));
  const come = next.filter((each) => !old.includes(each));
  if (come.length > 0) return `${come.join(", ")} came`;
  if (gone.length > 0) return `${gone.join(", ")} went`;
  const names = new Set([...Object.keys(before), ...Object.keys(after)] as (keyof Manifest)[]);
  const changed = [...names].filter(
    (name) => !replaced.has(name) && JSON.stringify(before[name]) !== JSON.stringify(after[name]),
  );
  return changed.length > 0 ? `${changed.map((name) => `\`${name}\``).join(", ")} of the app changed` : undefined;
}

/** A page as messages name it, with the layouts around it. */
function describeRoute({ view, pattern, layouts = [] }: Route): string {
  const inside = layouts.length > 0 ? ` in ${layouts.map((name) => `\`${name}\``).join(", ")}` : "";
  return `the page \`${view}\` at \`${pattern}\`${inside}`;
}
