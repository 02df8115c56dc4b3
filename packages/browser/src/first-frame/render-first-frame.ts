import { createMarkupPolicy } from "@rune/archive";
import type { JsonObject, Manifest, Route, View } from "@rune/schema";
import { createAddress } from "../router/address.ts";
import { createEvaluator } from "./evaluator.ts";
import { createFrameStyles } from "./frame-styles.ts";
import type { FramePart, FrameSource } from "./frame.ts";
import { FrameTooLong, MAX_LENGTH } from "./frame.ts";
import type { FrameHead } from "./frame-head.ts";
import { readFrameHead } from "./frame-head.ts";
import { writeTemplate } from "./write-template.ts";

/** What a page shows at first. */
export interface FirstFrame {
  /** Content of the element that the app is mounted in. */
  readonly html: string;
  /** Style sheets, as paths in the package, in their order. */
  readonly styles: readonly string[];
  /** Rules for elements that have a style of their own; may be empty. */
  readonly css: string;
  readonly head: FrameHead;
}

/** Which frame to make. */
export interface FirstFrameOptions {
  readonly manifest: Manifest;
  /** The files of the package. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** Path of the page, which is that of a route. */
  readonly path: string;
  readonly route: Route;
  /** Address of the package's folder, as the page sees it, with a final slash. */
  readonly source: string;
  /** Address prefix of the app's routes, with a final slash. */
  readonly base: string;
}

/**
 * Makes the first frame of a page from its views, its data and what its controllers begin with; no code of the app runs. What
 * depends on more than that shows as the author's HTML has it. `undefined` for a page that is too long.
 */
export function renderFirstFrame(options: FirstFrameOptions): FirstFrame | undefined {
  const { manifest, route, path } = options;
  const views = new Map<string, View>();
  const address = createAddress(manifest.routing, options.base);
  const source: FrameSource = {
    manifest,
    policy: createMarkupPolicy(manifest),
    view(name) {
      const view = views.get(name) ?? readJson<View>(options, manifest.views.find((each) => each.name === name)?.file);
      views.set(name, view as View);
      return view as View;
    },
    asset: (reference) => locateAsset(reference, options),
    href: address.href,
    isCurrent: (other) => withoutSlash(other.replace(/[?#].*$/s, "")) === withoutSlash(path),
    styles: createFrameStyles(),
    room: MAX_LENGTH,
    rows: 0,
  };
  const around = (route.layouts ?? []).flatMap((name) => manifest.views.find((each) => each.name === name) ?? []);
  const parts = [...around.map(({ name, ...parts }) => ({ ...parts, view: name })), route];
  let html = "";
  const heads: FrameHead[] = [];
  const styles: string[] = [];
  try {
    for (const { view: name, controller, data } of parts.reverse()) {
      const view = source.view(name);
      const values = readJson<JsonObject>(options, data) ?? {};
      const evaluator = createEvaluator(new Map(Object.entries(values)), controller !== undefined);
      const part: FramePart = { source, evaluator, inner: html };
      html = writeTemplate(0, { part, view, component: undefined, row: undefined, depth: 0 });
      heads.unshift(readFrameHead(view.head ?? {}, evaluator));
      styles.unshift(...listStyles(view, source));
    }
  } catch (error) {
    if (error instanceof FrameTooLong) return undefined;
    throw error;
  }
  const [first = {}, ...others] = heads;
  const head = others.reduce(
    (all, { meta = [], ...rest }) => ({ ...all, ...rest, meta: [...(all.meta ?? []), ...meta] }),
    first,
  );
  return { html, styles: [...new Set(styles)], css: source.styles.text(), head };
}

/** Style sheets of a view and its components, in the order in which the page puts them in force: its own come last. */
function listStyles(view: View, source: FrameSource): string[] {
  const all = new Map<string, View>([[view.name, view]]);
  for (const each of all.values()) {
    for (const binding of each.templates.flatMap(({ bindings }) => bindings)) {
      if (binding.type === "component" && !all.has(binding.view)) all.set(binding.view, source.view(binding.view));
    }
  }
  return [...all.values()].reverse().flatMap(({ styles = [] }) => styles);
}

function readJson<T>({ files }: FirstFrameOptions, path: string | undefined): T | undefined {
  const bytes = path === undefined ? undefined : files.get(path);
  return bytes && (JSON.parse(new TextDecoder().decode(bytes)) as T);
}

function locateAsset(reference: string, { manifest, source }: FirstFrameOptions): string | undefined {
  const path = reference.replace(/[?#].*$/s, "");
  if (!Object.hasOwn(manifest.files, path)) return undefined;
  return source + path.split("/").map(encodeURIComponent).join("/") + reference.slice(path.length);
}

function withoutSlash(path: string): string {
  return path.replace(/(.)\/$/, "$1");
}
