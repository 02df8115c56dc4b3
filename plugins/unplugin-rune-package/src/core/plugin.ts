import { formatDiagnostic } from "@rune/schema";
import type { UnpluginOptions } from "unplugin";
import { createAppBuilder, type AppBuilder } from "./app-builder.ts";
import type { ResolvedRunePackageOptions } from "./options.ts";

/** Where a plugin looks for its builder once the bundler's configuration is known. */
export interface BuilderSlot {
  builder?: AppBuilder;
  /** Prints a warning; a bundler with a logger of its own sets it. */
  warn?: (text: string) => void;
  /** Prints what was made; a bundler with a logger of its own sets it. */
  inform?: (text: string) => void;
}

/**
 * The hooks of the package plugin. `slot` may hold a builder already (a preset shares one between its plugins);
 * otherwise one is created for the bundler's root.
 */
export function createPackagePlugin(options: ResolvedRunePackageOptions, slot: BuilderSlot = {}): UnpluginOptions {
  let serving = false;
  const getBuilder = (): AppBuilder =>
    (slot.builder ??= createAppBuilder({ ...options, root: process.cwd(), release: true }));
  return {
    name: "unplugin-rune-package",
    vite: {
      configResolved(config) {
        serving = config.command === "serve";
        slot.warn ??= (text) => config.logger.warn(text);
        slot.inform ??= (text) => config.logger.info(text);
        slot.builder ??= createAppBuilder({ ...options, root: config.root, release: !serving });
      },
    },
    async buildStart() {
      if (serving) return;
      const builder = getBuilder();
      builder.invalidate();
      const built = await builder.build();
      for (const file of built.dependencies) this.addWatchFile(file);
      for (const diagnostic of built.diagnostics) {
        if (diagnostic.severity === "warning") (slot.warn ?? console.warn)(formatDiagnostic(diagnostic));
      }
      const error = builder.createError(built);
      if (error) throw error;
      if (!built.sealed) return;
      const { files, root } = built.sealed;
      for (const [path, source] of files) {
        this.emitFile({ type: "asset", fileName: `${built.id}.rune/${path}`, source });
      }
      (slot.inform ?? console.info)(`rune: ${built.id}.rune has the root digest ${root}`);
    },
  };
}
