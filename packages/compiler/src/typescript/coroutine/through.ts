import type { IrFunction } from "../ir/index.ts";
import { resolve, settling } from "./async-function.ts";
import { Builder } from "./build.ts";
import { rewriteBody } from "./resumed.ts";

/** An async function without `await` is an ordinary one that makes a promise of what it gives or throws. */
export function lowerThrough(definition: IrFunction): void {
  const build = new Builder(definition);
  const promise = build.temporary("promise");
  const body = rewriteBody(build, definition.body, () => ({
    stop() {
      throw new Error("there is nothing to stop at");
    },
    stopped: () => undefined,
    finish: (value) => [resolve(build, promise, value), build.return(build.read(promise))],
    delegate() {
      throw new Error("yield stands in generators");
    },
  }));
  definition.kind = "ordinary";
  definition.body = [
    build.declare(promise, build.create("Promise", build.number(0))),
    settling(build, promise, body),
    build.return(build.read(promise)),
  ];
}
