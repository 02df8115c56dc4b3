import { createHash } from "node:crypto";
import type { Manifest } from "@rune/schema";
import type { AppPage, BuildReport, BuildSetup, BuiltApp, OutputFiles } from "unplugin-rune-package";
import { createHostFrame, type FrameOutput } from "./first-frame.ts";
import { readHostBundle } from "./host-bundle.ts";
import { generateHostPage } from "./host-page.ts";
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
  setup: BuildSetup,
  { policy, firstFrame }: HostPagesOptions,
  report: BuildReport,
): Promise<OutputFiles> {
  const files = new Map<string, string>();
  if (!built.sealed) return files;
  const { manifest, files: packed, root } = built.sealed;
  if (isRelative(setup.base) && hasParameters(manifest)) report.warn(messages.base_relative());
  const bundle = readHostBundle();
  const icon = needsIcon(setup);
  for (const [name, code] of bundle.files) files.set(ASSETS + name, code);
  if (icon) files.set(iconFile, iconSource);
  const output: FrameOutput = {
    manifest,
    files: packed,
    emit(name, source) {
      const path = ASSETS + addHash(name, source);
      files.set(path, source);
      return path;
    },
    inform: (text) => report.inform(text),
  };
  for (const { fileName, page, path } of listHostPages(built.pages)) {
    const prefix = getPrefix(setup.base, fileName);
    const folder = `${prefix}${built.id}.rune/`;
    const frame =
      firstFrame && page ? await createHostFrame(output, page, path, { prefix, source: folder }) : undefined;
    const preloads = listPreloads(bundle, ASSETS, built.sealed, page?.name, frame !== undefined);
    const html = generateHostPage({
      manifest,
      page,
      root,
      source: folder,
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

/** Whether routes are in the path of the address, and some can be opened at more than one. */
function hasParameters({ routing, routes }: Manifest): boolean {
  return routing === "path" && routes.some(({ pattern }) => /[:*]/.test(pattern));
}

/** A host page that is to be written. */
interface HostPageFile {
  fileName: string;
  /** Absent from the page for all other addresses. */
  page: AppPage | undefined;
  path: string;
}

/** The pages of static routes; the address bar cannot pin a route with parameters to a file, but for one that needs none of them. */
function listHostPages(pages: readonly AppPage[]): HostPageFile[] {
  const files = new Map<string, HostPageFile>([["404.html", { fileName: "404.html", page: undefined, path: "" }]]);
  for (const page of pages) {
    const path = page.pattern.replace(/\/(:[^/]*\?|\*[^/]*)$/, "") || "/";
    const fileName = `${path.slice(1)}${path === "/" ? "" : "/"}index.html`;
    // The route that says just this has it before one that takes anything.
    if (!/[:*]/.test(path) && (path === page.pattern || !files.has(fileName)))
      files.set(fileName, { fileName, page, path });
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
