import type { IrVariable, Statement } from "../ir/index.ts";
import type { Coroutine, Protection } from "./coroutine.ts";
import type { StatementList } from "./statement-list.ts";
import { lowerTryCatch } from "./try-catch.ts";

/** What is done with what protected code throws. */
export interface Handler {
  variable: IrVariable | undefined;
  body: Statement[];
}

/**
 * Adds statements whose leaving is seen to. What they throw is caught by the handler; after jumps out of them, and after their end,
 * the code goes on behind them, where `carryOut` does what the jumps wanted.
 */
export function appendProtected(
  list: StatementList,
  body: readonly Statement[],
  handler: (protection: Protection) => Handler,
): Protection {
  const { coroutine } = list;
  const { build, protections } = coroutine;
  const protection: Protection = { label: { name: "protected" }, completion: build.temporary("completion"), jumps: [] };
  list.straight(build.declare(protection.completion, build.number(0)));
  const handle = handler(protection);
  list.compound(() => {
    protections.push(protection);
    const inner = lowerTryCatch(coroutine, body, handle);
    protections.pop();
    return [build.statement({ type: "block", label: protection.label, body: inner })];
  });
  return protection;
}

/** Statements that make the jumps that have led out of protected code. */
export function carryOut({ build }: Coroutine, { completion, jumps }: Protection): Statement[] {
  return jumps.map((label, index) =>
    build.if(build.compare("===", build.read(completion), build.number(index + 1)), [
      build.statement({ type: "break", label }),
    ]),
  );
}
