/** The part of the context of Rollup's `closeBundle` that is used. */
export interface CloseContext {
  readonly meta: { readonly watchMode: boolean };
  /** Only Vite has these. */
  readonly environment?: { readonly config: { readonly command: string } };
}

/** The hooks of Vite, Rollup and Rolldown that tell when a bundler begins and ends. */
export interface Lifecycle {
  buildStart(): void;
  closeBundle(this: CloseContext): Promise<void>;
  closeWatcher(): Promise<void>;
}

/** Has `close` called when a bundler needs a plugin no more: after the last of the builds that run at once, the end of a watch, or that of a server. */
export function createLifecycle(close: () => Promise<void>): Lifecycle {
  let builds = 0;
  return {
    buildStart() {
      builds++;
    },
    async closeBundle() {
      builds--;
      // Vite's server says that it watches, too, and closes what it has at its own end.
      const goesOn = this.meta.watchMode && this.environment?.config.command !== "serve";
      if (builds <= 0 && !goesOn) await close();
    },
    closeWatcher: close,
  };
}
