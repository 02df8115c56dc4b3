import { createHash } from "node:crypto";
import type { Manifest } from "@rune/schema";
import type {
  AppPage,
  BuildReport,
  BundlerSetup,
  BuiltApp,
  OutputFiles,
  SealedPackage,
} from "unplugin-rune-package/internal";
import type { MakeFrames } from "./first-frames.ts";
import { readHostBundle } from "./host-bundle.ts";
import { generateHostPage, type HostFrame } from "./host-page.ts";
import { iconFile, iconSource, needsIcon } from "./icon.ts";
import { listPreloads } from "./list-preloads.ts";
import { messages } from "./messages.ts";

/** What host pages are to be like. */
export interface HostPagesOptions {
  /** Pages carry a content security policy. */
  readonly policy: boolean;
  /** Pages of static routes carry their first frame. */
  readonly firstFrame: boolean;
}

/** Folder of what pages load besides the package; all that is in it has a name by its content. */
const ASSETS = "assets/rune/";

/** Writes the host pages of an app, one a static route and `404.html` for all other addresses, with what they load. */
export async function createHostFiles(
  built: BuiltApp,
  setup: BundlerSetup,
  { policy, firstFrame }: HostPagesOptions,
  makeFrames: MakeFrames,
  report: BuildReport,
): Promise<OutputFiles> {
  const files = new Map<string, string>();
  if (!built.sealed) return files;
  const { manifest, root } = built.sealed;
  if (isRelative(setup.base) && hasParameters(manifest)) report.warn(messages.base_relative());
  const bundle = readHostBundle();
  const icon = needsIcon(setup);
  for (const [name, code] of bundle.files) files.set(ASSETS + name, code);
  if (icon) files.set(iconFile, iconSource);
  const pages = listHostPages(built, setup.base);
  const frames = firstFrame ? await createFrames(built.sealed, pages, makeFrames, report) : undefined;
  for (const [path, content] of frames?.files ?? []) files.set(path, content);
  for (const { fileName, page, prefix, source } of pages) {
    const frame = frames?.byFile.get(fileName);
    const preloads = listPreloads(bundle, ASSETS, built.sealed, page?.name, frame !== undefined);
    const html = generateHostPage({
      manifest,
      page,
      root,
      source,
      base: prefix,
      script: prefix + ASSETS + bundle.entry,
      preloads: preloads.map(({ href, type }) => ({ href: prefix + href, type })),
      icon: icon ? `${prefix}${iconFile}` : undefined,
      policy,
      frame,
    });
    files.set(fileName, html);
  }
  return files;
}

/** The first frames of pages, by file, and the files that they load. */
interface HostFrames {
  readonly byFile: ReadonlyMap<string, HostFrame>;
  readonly files: ReadonlyMap<string, string>;
}

async function createFrames(
  sealed: SealedPackage,
  pages: readonly HostPageFile[],
  makeFrames: MakeFrames,
  report: BuildReport,
): Promise<HostFrames> {
  const { routing, routes } = sealed.manifest;
  const files = new Map<string, string>();
  const byFile = new Map<string, HostFrame>();
  // Where the route is in the hash, a page cannot know which one it will show.
  if (routing === "hash" && routes.length > 1) return { byFile, files };
  const framed = pages.flatMap(({ page, ...file }) => {
    const route = routes.find(({ view }) => view === page?.name);
    return route ? [{ ...file, route }] : [];
  });
  const requests = framed.map(({ route, path, source, prefix }) => ({ route, path, source, base: prefix }));
  const { frames, script, mark } = await makeFrames(sealed, requests);
  const emit = (name: string, content: string): string => {
    const path = ASSETS + addHash(name, content);
    files.set(path, content);
    return path;
  };
  for (const [i, { fileName, path, source, prefix }] of framed.entries()) {
    const frame = frames[i];
    if (!frame) {
      report.inform(`rune: the page ${path} shows too much for a first frame, so it has none`);
      continue;
    }
    const own = frame.css === "" ? [] : [prefix + emit("first-frame.css", frame.css)];
    byFile.set(fileName, {
      ...frame,
      mark,
      script: prefix + emit("first-frame.js", script),
      sheets: [...frame.styles.map((file) => source + file), ...own],
    });
  }
  return { byFile, files };
}

/** Whether routes are in the path of the address, and some can be opened at more than one. */
function hasParameters({ routing, routes }: Manifest): boolean {
  return routing === "path" && routes.some(({ pattern }) => /[:*]/.test(pattern));
}

/** A host page that is to be written. */
interface HostPageFile {
  readonly fileName: string;
  /** Absent from the page for all other addresses. */
  readonly page: AppPage | undefined;
  readonly path: string;
  /** How the page addresses the output folder. */
  readonly prefix: string;
  /** How it addresses the package's. */
  readonly source: string;
}

/** The pages of static routes; the address bar cannot pin a route with parameters to a file, but for one that needs none of them. */
function listHostPages({ id, pages }: BuiltApp, base: string): HostPageFile[] {
  const files = new Map<string, HostPageFile>();
  const add = (fileName: string, page: AppPage | undefined, path: string): void => {
    const prefix = getPrefix(base, fileName);
    files.set(fileName, { fileName, page, path, prefix, source: `${prefix}${id}.rune/` });
  };
  add("404.html", undefined, "");
  for (const page of pages) {
    const path = page.pattern.replace(/\/(:[^/]*\?|\*[^/]*)$/, "") || "/";
    const fileName = `${path.slice(1)}${path === "/" ? "" : "/"}index.html`;
    // The route that says just this has it before one that takes anything.
    if (!/[:*]/.test(path) && (path === page.pattern || !files.has(fileName))) add(fileName, page, path);
  }
  return [...files.values()];
}

/** How a page addresses the output folder. With a relative base every page does so from where it lies itself. */
function getPrefix(base: string, fileName: string): string {
  return isRelative(base) ? "../".repeat(fileName.split("/").length - 1) || "./" : base;
}

function isRelative(base: string): boolean {
  return base === "" || base === "./";
}

/** `page.css` as `page-<hash of the content>.css`. */
function addHash(name: string, source: string): string {
  const hash = createHash("sha256").update(source).digest("base64url").slice(0, 8);
  return name.replace(/(?=\.\w+$)/, `-${hash}`);
}
