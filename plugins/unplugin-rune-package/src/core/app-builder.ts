import { join } from "node:path";
import type { SealedPackage } from "@rune/archive";
import { compileSource } from "@rune/compiler/engines";
import { compileApp, type AppPage } from "@rune/compiler/package";
import { BuildError, type Diagnostic } from "@rune/schema";
import type { ResolvedRunePackageOptions } from "./options.ts";
import { readApp } from "./read-app.ts";
import { readProject } from "./read-project.ts";
import { sealApp } from "./seal-app.ts";

/** What came of building an app. */
export interface BuiltApp {
  id: string;
  /** Absent when there are errors. */
  sealed?: SealedPackage;
  pages: readonly AppPage[];
  diagnostics: readonly Diagnostic[];
  /** Absolute paths of the files that the result depends on. */
  dependencies: readonly string[];
}

/** Builds one app, again only after something changed. */
export interface AppBuilder {
  /** Absolute path of the app's folder. */
  readonly directory: string;
  /** The current result; concurrent calls share one build. */
  build(): Promise<BuiltApp>;
  /** The sources changed: the next `build` starts anew. */
  invalidate(): void;
  /** The errors of a result as one that a bundler can take; `undefined` when there is none. */
  createError(built: BuiltApp): BuildError | undefined;
}

export interface AppBuilderOptions extends ResolvedRunePackageOptions {
  /** Absolute path of the project. */
  root: string;
  /** Optimise modules. */
  release: boolean;
}

/** Creates the builder of an app. */
export function createAppBuilder(options: AppBuilderOptions): AppBuilder {
  let current: Promise<BuiltApp> | undefined;
  return {
    directory: join(options.root, options.app),
    build: () => (current ??= buildApp(options)),
    invalidate: () => {
      current = undefined;
    },
    createError: ({ diagnostics }) =>
      diagnostics.some((each) => each.severity === "error")
        ? new BuildError(diagnostics, (file) => join(options.root, file))
        : undefined,
  };
}

async function buildApp(options: AppBuilderOptions): Promise<BuiltApp> {
  const project = readProject(options.root);
  const source = readApp(options.root, options.app);
  const id = options.id ?? project.id;
  const { output, diagnostics, dependencies } = await compileApp(source, {
    id,
    name: options.name ?? id,
    version: options.version ?? project.version,
    locale: options.locale,
    routing: options.routing,
    capabilities: options.capabilities,
    release: options.release,
    compileModule: options.compileModule ?? compileSource,
  });
  const built: BuiltApp = {
    id,
    pages: output?.pages ?? [],
    diagnostics,
    dependencies: [
      ...[...source.files.keys()].map((path) => join(options.root, source.directory, path)),
      ...dependencies.map((path) => join(options.root, path)),
    ],
  };
  if (output) built.sealed = await sealApp(source, output);
  return built;
}
