/** The part of the context of Rollup's `closeBundle` that is used. */
export interface CloseContext {
  readonly meta: { readonly watchMode: boolean };
  /** Only Vite has these. */
  readonly environment?: { readonly config: { readonly command: string } };
}

/** Counts the builds that a bundler runs with one plugin at once. */
export interface Lifecycle {
  begin(): void;
  /** One of them has ended. */
  end(): Promise<void>;
  /** The hooks of Vite, Rollup and Rolldown that tell of it, for each environment. */
  readonly hooks: {
    buildStart(): void;
    closeBundle(this: CloseContext): Promise<void>;
    closeWatcher(): Promise<void>;
  };
}

/** Has `close` called when a bundler needs a plugin no more: after the last of the builds that run at once, the end of a watch, or that of a server. */
export function createLifecycle(close: () => Promise<void>): Lifecycle {
  let builds = 0;
  const begin = (): void => void builds++;
  const end = async (): Promise<void> => {
    // Of a build that failed before it began only the end is told.
    builds = Math.max(0, builds - 1);
    if (builds === 0) await close();
  };
  return {
    begin,
    end,
    hooks: {
      buildStart: begin,
      async closeBundle() {
        // Vite's server says that it watches, too, and closes what it has at its own end.
        const goesOn = this.meta.watchMode && this.environment?.config.command !== "serve";
        if (goesOn) builds = Math.max(0, builds - 1);
        else await end();
      },
      closeWatcher: close,
    },
  };
}
