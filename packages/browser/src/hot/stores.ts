import type { Instance, InstanceExports } from "@rune/host";
import type { Manifest } from "@rune/schema";
import type { ModuleChange } from "../controller/load-module.ts";
import { carryState, type DroppedState } from "./carry-state.ts";
import type { FirstValues } from "./first-values.ts";

/** The data of files that controllers share: a build for development lets them be made as controllers are. */
export interface Stores {
  /** Notes what the files of a module hold, unless that is known of it. */
  note(instance: Instance, manifest: Manifest): void;
  /** Gives files of modules that are others now what those of before hold. Returns what is not taken over. */
  carry(change: ModuleChange): Promise<DroppedState[]>;
}

export function createStores(firstValues: FirstValues): Stores {
  const known = new WeakMap<Instance, ReadonlyMap<string, InstanceExports>>();
  return {
    note(instance, manifest) {
      if (known.has(instance)) return;
      const stores = new Map(listStores(instance, manifest).map((name) => [name, instance.controller(name)]));
      known.set(instance, stores);
      for (const store of stores.values()) firstValues.note(store);
    },
    async carry({ before, after }) {
      const dropped: DroppedState[] = [];
      for (const [file, module] of after) {
        const [old, next] = await Promise.all([before.get(file), module]);
        if (!old || old === next) continue;
        for (const [name, store] of known.get(old.instance) ?? []) {
          const into = known.get(next.instance)?.get(name);
          if (into) dropped.push(...carryState(`${name}.ts`, store, into, firstValues));
        }
      }
      return dropped;
    },
  };
}

/** Names of what a module makes that is no controller. */
function listStores({ entry }: Instance, { routes, views }: Manifest): string[] {
  const used = new Set([...routes, ...views].map(({ factory }) => factory));
  return (entry.controllers ?? []).flatMap(({ name }) => (used.has(name) ? [] : [name]));
}
