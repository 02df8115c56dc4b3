import { listRouteForms, matchRoute, MOST_LAYOUTS, parseRoutePattern, type Manifest, type Route } from "@rune/schema";
import { referenceInvalid, routeInvalid } from "../messages.ts";

/** Checks that every route can be told apart, read, and served, and that the entry is one of them. */
export function checkRoutes(manifest: Manifest): void {
  const routes = manifest.routes.map(({ pattern }) => {
    const { segments, problem } = parseRoutePattern(pattern);
    if (!segments) throw routeInvalid(pattern, problem);
    return segments;
  });
  // By form, because comparing each route with each would take the square of their number.
  const known = new Map<string, string>();
  manifest.routes.forEach((route, i) => {
    for (const form of new Set(listRouteForms(route.pattern))) {
      const same = known.get(form);
      if (same) throw routeInvalid(route.pattern, `\`${same}\` matches the same paths`);
      known.set(form, route.pattern);
    }
    checkServed(manifest, route, `/routes/${i}`);
  });
  manifest.views.forEach((view, i) => checkServed(manifest, { ...view, view: view.name }, `/views/${i}`));
  const { entry } = manifest;
  if (!entry.startsWith("/") || entry.length > 1024 || !routes.some((route) => matchRoute(route, entry))) {
    throw referenceInvalid("/entry", `no route serves \`${entry.slice(0, 120)}\``);
  }
}

/** What serves a route, is around it, or shows inside of others. */
type Served = Pick<Route, "view" | "layouts" | "controller" | "factory">;

function checkServed(
  { views, modules }: Manifest,
  { view, layouts = [], controller, factory }: Served,
  path: string,
): void {
  if (layouts.length > MOST_LAYOUTS) throw referenceInvalid(path, `it has more than ${MOST_LAYOUTS} layouts`);
  for (const wanted of [view, ...layouts]) {
    if (!views.some(({ name }) => name === wanted)) throw referenceInvalid(path, `there is no view \`${wanted}\``);
  }
  if (controller === undefined) return;
  const module = modules.find(({ file }) => file === controller);
  if (!module) throw referenceInvalid(`${path}/controller`, `there is no module \`${controller}\``);
  if (module.kind !== "controller") throw referenceInvalid(`${path}/controller`, `\`${controller}\` is a service`);
  if (factory !== undefined && !module.controllers?.some(({ name }) => name === factory)) {
    throw referenceInvalid(`${path}/factory`, `\`${controller}\` makes no \`${factory}\``);
  }
}
