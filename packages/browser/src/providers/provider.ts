import type { HostFunctions } from "@rune/host";
import type { ModuleEntry } from "@rune/schema";
import type { AppContext } from "../app-context.ts";

/** What a provider is made for. */
export interface ProviderContext {
  readonly app: AppContext;
  /** The module that asks. */
  readonly entry: ModuleEntry;
  report(error: unknown): void;
  /** Calls an export because something happened. */
  turn(name: string, values: readonly unknown[]): void;
}

/** What stands behind a capability that few modules need, for one of them. */
export interface Provided {
  readonly functions: HostFunctions;
  close?(): void;
}

/** A module with a provider. */
export interface ProviderModule {
  provide(context: ProviderContext): Provided;
}
