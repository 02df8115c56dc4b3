import type { RuneOptions } from "../options.ts";

/** What `rune.config.ts` exports: the options of `rune()`, for whichever bundler. The project is the folder that the file is in. */
export type RuneConfig = Omit<RuneOptions, "root">;

/** Gives editors the types of the options. */
export function defineConfig(config: RuneConfig): RuneConfig {
  return config;
}
