import type { AppPage, BuilderSlot } from "unplugin-rune-package";
import type { Plugin, ResolvedConfig, Rollup } from "vite";
import type { HostPagesState } from "./host-pages-state.ts";
import { createHostFrame, type FrameOutput } from "./first-frame.ts";
import { HOST_ENTRY_ID } from "./host-entry-plugin.ts";
import { generateHostPage } from "./host-page.ts";
import { listPreloads } from "./list-preloads.ts";
import { iconFile, iconSource } from "./icon.ts";

/** Writes the host pages of a build: one a static route, and `404.html` for all other addresses. */
export function createBuildPlugin(slot: BuilderSlot, state: HostPagesState): Plugin {
  let config: ResolvedConfig;
  return {
    name: "unplugin-rune:host-pages",
    apply: "build",
    configResolved(resolved) {
      config = resolved;
    },
    async generateBundle(_options, bundle) {
      const built = await slot.builder?.build();
      if (!state.enabled || !built?.sealed) return;
      const entry = findHostChunk(bundle);
      if (state.icon) this.emitFile({ type: "asset", fileName: iconFile, source: iconSource });
      const { manifest, root } = built.sealed;
      if (
        isRelative(config.base) &&
        manifest.routing === "path" &&
        manifest.routes.some(({ pattern }) => /[:*]/.test(pattern))
      ) {
        this.warn(
          "with a relative `base`, pages of routes with parameters cannot find their files when they are opened directly; " +
            'set an absolute `base`, or use rune({ routing: "hash" })',
        );
      }
      const output: FrameOutput = {
        manifest,
        files: built.sealed.files,
        emit: (name, source) => this.getFileName(this.emitFile({ type: "asset", name, source })),
        inform: (message) => config.logger.info(message),
      };
      for (const { fileName, page, path } of listHostPages(built.pages)) {
        const prefix = getPrefix(config.base, fileName);
        const folder = `${prefix}${built.id}.rune/`;
        const frame =
          state.firstFrame && page ? await createHostFrame(output, page, path, { prefix, source: folder }) : undefined;
        const preloads = listPreloads(bundle, entry, built.sealed, page?.name, frame !== undefined);
        const source = generateHostPage({
          manifest,
          page,
          root,
          source: folder,
          base: prefix,
          script: prefix + entry.fileName,
          preloads: preloads.map(({ href, type }) => ({ href: prefix + href, type })),
          icon: state.icon ? `${prefix}${iconFile}` : undefined,
          policy: state.policy,
          frame,
        });
        this.emitFile({ type: "asset", fileName, source });
      }
    },
  };
}

function findHostChunk(bundle: Rollup.OutputBundle): Rollup.OutputChunk {
  const chunk = Object.values(bundle).find(
    (output): output is Rollup.OutputChunk =>
      output.type === "chunk" && output.isEntry && output.facadeModuleId === HOST_ENTRY_ID,
  );
  if (!chunk) throw new Error("rune: the bundle has no host script; does another plugin replace the bundle's input?");
  return chunk;
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
