import { findNearest, type Diagnostic } from "@rune/schema";
import type { FindLinkFault } from "./check-routes.ts";
import type { CompiledControllers } from "./compile-controllers.ts";
import { placeCall } from "./locate-call.ts";
import { messages } from "./messages.ts";
import type { Message, SourceText } from "./source-text.ts";

/** Where an app can go. */
export interface Destinations {
  /** The names of its pages. */
  pages: readonly string[];
  findFault: FindLinkFault;
  readFile: (path: string) => string | undefined;
}

/** Guest functions whose first argument is a page or path. */
export const navigators: ReadonlySet<string> = new Set(["navigate", "navigate_replace"]);

/** Checks the pages and paths that controllers open by a constant, each once a file. */
export function checkNavigation(
  controllers: CompiledControllers,
  { pages, findFault, readFile }: Destinations,
): Diagnostic[] {
  const found = new Map<string, Diagnostic>();
  for (const { source, module } of controllers.values()) {
    if (!module) continue;
    const others = module.own.dependencies.map((file): SourceText => ({ file, text: readFile(file) ?? "" }));
    for (const { node: destination, function: caller } of module.own.targets) {
      const fault = navigators.has(caller) ? findDestinationFault(destination, pages, findFault) : undefined;
      if (!fault) continue;
      const diagnostic = placeCall(fault, [source, ...others], caller, destination);
      found.set(JSON.stringify([diagnostic.file, destination]), diagnostic);
    }
  }
  return [...found.values()];
}

function findDestinationFault(
  destination: string,
  pages: readonly string[],
  findFault: FindLinkFault,
): Message | undefined {
  if (destination.startsWith("/")) return findFault(destination.replace(/[?#].*$/s, ""));
  if (pages.includes(destination)) return undefined;
  const isRoute = findFault(`/${destination}`) === undefined;
  const nearest = findNearest(destination, pages) ?? (isRoute ? `/${destination}` : undefined);
  return messages.app_view_unknown(destination, pages, nearest);
}
