import type { RoutingMode } from "@rune/schema";
import { parsePath } from "./route-table.ts";

/** How route paths appear in the browser's address. */
export interface Address {
  /** The route path that the address holds, or `undefined` where it holds none of this app. */
  read(location: Location): string | undefined;
  /** The address of a route path, as a link has it; `undefined` for what is no path of the app. */
  href(path: string): string | undefined;
}

/** Makes addresses of the app's routing mode. `base` is the path prefix of mode `path`, with a final slash. */
export function createAddress(mode: RoutingMode, base: string): Address {
  return mode === "hash" ? { read: readHash, href: hashHref } : createPathAddress(base);
}

function readHash({ hash }: Location): string | undefined {
  // An address without a fragment is where the app was first opened; `#section` belongs to the page around it.
  if (hash === "") return "/";
  return hash.startsWith("#/") ? hash.slice(1) : undefined;
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
