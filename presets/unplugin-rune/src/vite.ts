import { createPackagePlugin, type BuilderSlot } from "unplugin-rune-package";
import runeView from "unplugin-rune-view/vite";
import { createModuleCompiler } from "unplugin-rune-wasm";
import runeWasm from "unplugin-rune-wasm/vite";
import { createVitePlugin } from "unplugin";
import type { Plugin } from "vite";
import { createBuildPlugin } from "./core/build-plugin.ts";
import { createConfigPlugin } from "./core/config-plugin.ts";
import { createDevPlugin } from "./core/dev-plugin.ts";
import { createHostEntryPlugin } from "./core/host-entry-plugin.ts";
import type { HostPagesState } from "./core/host-pages-state.ts";
import { resolveOptions, type RuneOptions } from "./core/options.ts";

/** Rune for Vite: builds the app in `app/` into a `.rune` package and serves it. */
export default function rune(options?: RuneOptions): Plugin[] {
  const resolved = resolveOptions(options);
  const slot: BuilderSlot = {};
  const { policy, firstFrame } = resolved;
  const state: HostPagesState = { enabled: false, icon: false, policy, firstFrame };
  const packagePlugin = createVitePlugin(() => createPackagePlugin(resolved.package, slot));
  return [
    createConfigPlugin(resolved, slot, state, createModuleCompiler()),
    packagePlugin() as Plugin,
    runeView(),
    runeWasm(),
    createHostEntryPlugin(),
    createBuildPlugin(slot, state),
    createDevPlugin(slot, state),
  ];
}
