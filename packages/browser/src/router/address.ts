import type { RoutingMode } from "@rune/schema";
import { parsePath } from "./route-table.ts";

/** How route paths appear in the browser's address. */
export interface Address {
  /** The route path that the address holds; empty where it names none, `undefined` where it is not this app's. */
  read(location: URL | Location): string | undefined;
  /** The address of a route path, as a link has it; `undefined` for what is no path of the app. */
  href(path: string): string | undefined;
}

/** Makes addresses of the app's routing mode. `base` is the path prefix of mode `path`, with a final slash. */
export function createAddress(mode: RoutingMode, base: string): Address {
  return mode === "hash" ? { read: readHash, href: hashHref } : createPathAddress(base);
}

function readHash({ hash }: URL | Location): string | undefined {
  // `#section` belongs to the page around the app.
  return hash === "" || hash.startsWith("#/") ? hash.slice(1) : undefined;
}

function hashHref(path: string): string | undefined {
  const url = parsePath(path);
  return url && `#${url.pathname}${url.search}`;
}

function createPathAddress(base: string): Address {
  return {
    read({ pathname, search }) {
      if (!`${pathname}/`.startsWith(base)) return undefined;
      return `/${pathname.slice(base.length).replace(/(^|\/)index\.html$/, "$1")}${search}`;
    },
    href(path) {
      const url = parsePath(path);
      return url && base.slice(0, -1) + url.pathname + url.search + url.hash;
    },
  };
}
