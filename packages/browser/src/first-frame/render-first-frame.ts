import { createMarkupPolicy } from "@rune/archive";
import type { JsonObject, Manifest, Route, View } from "@rune/schema";
import { createAddress } from "../router/address.ts";
import type { Beginnings, ControllerPlace } from "./begin-controllers.ts";
import { createBeginnings } from "./begin-controllers.ts";
import type { FrameController } from "./evaluator.ts";
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
 * Makes the first frame of a page from its views, its data and what its controllers begin with, before they are started. What
 * depends on more than that shows as the author's HTML has it. `undefined` for a page that is too long.
 */
export async function renderFirstFrame(options: FirstFrameOptions): Promise<FirstFrame | undefined> {
  const beginnings = createBeginnings(options.manifest, options.files);
  const readView = createViewReader(options);
  const { views } = options.manifest;
  try {
    const parts = listParts(options);
    const inside = parts.flatMap(({ view }) => listViews(readView(view), readView).slice(1));
    const components = inside.flatMap(({ name }) => views.find((each) => each.name === name) ?? []);
    await beginnings.load([...parts, ...components]);
    const known = parts.map((part) => readPart(part, options, beginnings));
    // What only the controllers begin with may be too much, where what is known without them is not.
    return (
      writeFrame(known, { ...options, readView, beginnings }) ??
      writeFrame(known.map(withoutController), { ...options, readView })
    );
  } finally {
    beginnings.end();
  }
}

/** A page or layout, as the manifest names it. */
interface NamedPart extends ControllerPlace {
  readonly view: string;
  readonly data?: string;
  readonly assigns?: readonly string[] | undefined;
}

/** A page or layout, and what is known of it. */
interface KnownPart {
  readonly view: string;
  readonly data: JsonObject;
  readonly controller: FrameController | undefined;
}

/** The page and the layouts around it, from the outside in. */
function listParts({ manifest, route }: FirstFrameOptions): NamedPart[] {
  const around = (route.layouts ?? []).flatMap((name) => manifest.views.find((each) => each.name === name) ?? []);
  return [...around.map(({ name, ...parts }) => ({ ...parts, view: name })), route];
}

function readPart(
  { view, assigns = [], ...part }: NamedPart,
  options: FirstFrameOptions,
  { begin }: Beginnings,
): KnownPart {
  const data = readJson<JsonObject>(options, part.data) ?? {};
  const begun = begin(part, new Map(assigns.map((name) => [name, data[name]])));
  return { view, data, controller: part.controller === undefined ? undefined : { begun } };
}

function withoutController({ controller, ...part }: KnownPart): KnownPart {
  return { ...part, controller: controller && { begun: undefined } };
}

/** What a frame is written with. */
interface WriteOptions extends FirstFrameOptions {
  readonly readView: (name: string) => View;
  /** Absent where nothing of controllers is to be in it. */
  readonly beginnings?: Beginnings;
}

function writeFrame(parts: readonly KnownPart[], options: WriteOptions): FirstFrame | undefined {
  const { manifest, path, readView, beginnings } = options;
  const address = createAddress(manifest.routing, options.base);
  const source: FrameSource = {
    manifest,
    policy: createMarkupPolicy(manifest),
    view: readView,
    begin(name, given) {
      const place = manifest.views.find((each) => each.name === name);
      return place?.factory === undefined ? undefined : beginnings?.begin(place, given);
    },
    asset: (reference) => locateAsset(reference, options),
    href: address.href,
    // The page is written for no query.
    isCurrent: (other) => withoutSlash(other.replace(/\?$|\??#.*$/s, "")) === withoutSlash(path),
    styles: createFrameStyles(),
    room: MAX_LENGTH,
    rows: 0,
  };
  let html = "";
  const heads: FrameHead[] = [];
  const styles: string[] = [];
  try {
    for (const { view: name, controller, data } of parts.toReversed()) {
      const view = source.view(name);
      const known = { data: new Map(Object.entries(data)), controller, asked: () => beginnings?.asked() ?? 0 };
      const evaluator = createEvaluator(known);
      const part: FramePart = { source, evaluator, inner: html };
      html = writeTemplate(0, { part, view, component: undefined, row: undefined, depth: 0 });
      heads.unshift(readFrameHead(view.head ?? {}, evaluator));
      styles.unshift(...listStyles(view, readView));
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

function createViewReader(options: FirstFrameOptions): (name: string) => View {
  const views = new Map<string, View>();
  return (name) => {
    const view =
      views.get(name) ?? readJson<View>(options, options.manifest.views.find((each) => each.name === name)?.file);
    views.set(name, view as View);
    return view as View;
  };
}

/** A view and those of the components in it. */
function listViews(view: View, readView: (name: string) => View): View[] {
  const all = new Map<string, View>([[view.name, view]]);
  for (const each of all.values()) {
    for (const binding of each.templates.flatMap(({ bindings }) => bindings)) {
      if (binding.type === "component" && !all.has(binding.view)) all.set(binding.view, readView(binding.view));
    }
  }
  return [...all.values()];
}

/** Style sheets of a view and its components, in the order in which the page puts them in force: its own come last. */
function listStyles(view: View, readView: (name: string) => View): string[] {
  return listViews(view, readView)
    .reverse()
    .flatMap(({ styles = [] }) => styles);
}

function readJson<T>({ files }: FirstFrameOptions, path: string | undefined): T | undefined {
  const bytes = path === undefined ? undefined : files.get(path);
  return bytes && (JSON.parse(new TextDecoder().decode(bytes)) as T);
}

function locateAsset(reference: string, { manifest, source }: FirstFrameOptions): string | undefined {
  const path = reference.replace(/[?#].*$/s, "");
  const file = manifest.assets.find(({ name }) => name === path)?.file ?? path;
  if (!Object.hasOwn(manifest.files, file)) return undefined;
  return source + file.split("/").map(encodeURIComponent).join("/") + reference.slice(path.length);
}

function withoutSlash(path: string): string {
  return path.replace(/(.)\/$/, "$1");
}
