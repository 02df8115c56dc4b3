import { join } from "node:path";
import { svelte } from "@sveltejs/vite-plugin-svelte";
import vue from "@vitejs/plugin-vue";
import rune from "unplugin-rune/vite";
import type { InlineConfig } from "vite";
import { build } from "vite";
import solid from "vite-plugin-solid";

/** An implementation of the app that is measured. */
export interface Candidate {
  name: string;
  /** What its build needs besides Vite. */
  config: InlineConfig;
}

/** The app, written with each; the first is what others are compared with. */
export const candidates: readonly Candidate[] = [
  { name: "vanilla", config: {} },
  { name: "rune", config: { plugins: [rune({ id: "render-benchmark", name: "Render benchmark" })] } },
  { name: "solid", config: { plugins: [solid()] } },
  { name: "svelte", config: { plugins: [svelte({ configFile: false })] } },
  { name: "vue", config: { plugins: [vue()] } },
  { name: "react", config: { oxc: { jsx: { runtime: "automatic" } } } },
];

/** An app of a list that is longer than what is made at once. */
export const longList: Candidate = {
  name: "long-list",
  config: { plugins: [rune({ id: "long-list", name: "A long list" })] },
};

/** Builds a candidate for production and returns the folder. */
export async function buildCandidate({ name, config }: Candidate): Promise<string> {
  const root = join(import.meta.dirname, "apps", name);
  const outDir = join(root, "dist");
  await build({ ...config, root, configFile: false, logLevel: "warn", build: { outDir, emptyOutDir: true } });
  return outDir;
}
