import {
  findAmbiguity,
  findNearest,
  matchRoute,
  parseRoutePattern,
  type Diagnostic,
  type RouteSegment,
  type SourceRange,
} from "@rune/schema";
import { messages } from "./messages.ts";
import { diagnose, placeDiagnostic, type Message, type SourceText } from "./source-text.ts";

/** A page's route and links, with the places where the author wrote them. */
export interface RoutedPage {
  source: SourceText;
  /** Absent for a component, which only has links, and where the route is not known. */
  pattern?: string | undefined;
  /** It has a route that is not known. */
  isUnknown?: boolean;
  /** Absent when the route comes from the page's folder. */
  range?: SourceRange | undefined;
  links: readonly { path: string; range: SourceRange }[];
}

/** Says what is wrong with a path of the app, if anything is. */
export type FindLinkFault = (path: string) => Message | undefined;

/** Checks the routes of all pages against each other, and every static link against the routes. */
export function checkRoutes(pages: readonly RoutedPage[], findFault: FindLinkFault): Diagnostic[] {
  return [...checkConflicts(pages), ...checkLinks(pages, findFault)];
}

function checkConflicts(pages: readonly RoutedPage[]): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const routed = pages.filter((page): page is RoutedPage & { pattern: string } => page.pattern !== undefined);
  routed.forEach((page, i) => {
    for (const other of routed.slice(0, i)) {
      if (page.pattern === other.pattern) {
        diagnostics.push(place(messages.app_route_duplicate(page.pattern, other.source.file), page));
      } else if (findAmbiguity(page.pattern, other.pattern)) {
        const message = messages.app_route_ambiguous(page.pattern, other.pattern, other.source.file);
        diagnostics.push(place(message, page));
      }
    }
  });
  return diagnostics;
}

/** What decides whether paths, without query and fragment, lead to one of the pages. */
export function createLinkCheck(pages: readonly Pick<RoutedPage, "pattern" | "isUnknown">[]): FindLinkFault {
  // A link may lead to what was meant.
  if (pages.some(({ isUnknown }) => isUnknown)) return () => undefined;
  const patterns = pages.flatMap(({ pattern }) => pattern ?? []);
  const routes = patterns.flatMap((pattern) => {
    const { segments } = parseRoutePattern(pattern);
    return segments ? [{ pattern, segments, takesAll: segments[0]?.type === "rest" }] : [];
  });
  const named = routes.filter(({ takesAll }) => !takesAll);
  return (path) => {
    const found = routes.filter(({ segments }) => matchRoute(segments, path));
    if (found.some(({ takesAll }) => !takesAll)) return undefined;
    const nearest = findNearest(
      path,
      named.map(({ segments }) => fillRoute(segments, path)),
    );
    const [first] = found;
    if (!first) return messages.app_link_unknown(path, patterns, nearest);
    // An app may want every address; only what is nearly another route is rather a mistake.
    return nearest === undefined ? undefined : messages.app_link_unknown_caught(path, first.pattern, nearest);
  };
}

function checkLinks(pages: readonly RoutedPage[], findFault: FindLinkFault): Diagnostic[] {
  return pages.flatMap(({ source, links }) =>
    links.flatMap(({ path, range }) => {
      const fault = findFault(path);
      return fault ? [placeDiagnostic(fault, source, range)] : [];
    }),
  );
}

/** A path of a route, with the parts of a link in the places of its parameters. */
export function fillRoute(segments: readonly RouteSegment[], path: string): string {
  const parts = path.split("/").slice(1);
  const filled = segments.flatMap((segment, i) => {
    if (segment.type === "static") return [segment.text];
    const rest = segment.type === "rest" ? parts.slice(i).join("/") : parts[i];
    if (rest) return [rest];
    return segment.type === "parameter" && !segment.isOptional ? [`:${segment.name}`] : [];
  });
  return `/${filled.join("/")}`;
}

function place(message: Message, page: RoutedPage): Diagnostic {
  return page.range ? placeDiagnostic(message, page.source, page.range) : diagnose(message, page.source.file);
}
