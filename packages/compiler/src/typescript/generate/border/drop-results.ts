import type { Instruction, WasmFunction, WasmModule } from "../../../wasm/index.ts";
import { block, createLabel, functionType } from "../../../wasm/index.ts";

/**
 * Takes their results from functions that always give null, of those that JavaScript takes none of: each `undefined` there is code in the function
 * and a type of its own. Functions that are called through references keep theirs.
 */
export function dropResults({ functions, globals }: WasmModule, exported: Iterable<WasmFunction>): void {
  const dropped = new Set([...exported].filter(givesNull));
  if (dropped.size === 0) return;
  const keep = (instruction: Instruction): void => {
    if (instruction.op === "ref.func" && "body" in instruction.function) dropped.delete(instruction.function);
    for (const part of listsOf(instruction).flat()) keep(part);
  };
  for (const { body } of functions) body.forEach(keep);
  for (const { initial } of globals) keep(initial);
  const results = new Map([...dropped].map((each): [WasmFunction, Instruction] => [each, each.body.at(-1)!]));
  for (const item of functions) replaceCalls(item.body, results);
  for (const item of dropped) {
    item.type = functionType(item.type.params, []);
    item.body.pop();
    for (const each of returnsOf(item.body)) each.operands.splice(0);
  }
}

function givesNull({ body, type }: WasmFunction): boolean {
  if (type.results.length !== 1 || body.at(-1)?.kind !== "null") return false;
  return returnsOf(body).every(({ operands }) => operands.length === 1 && operands[0]!.kind === "null");
}

function replaceCalls(body: Instruction[], results: ReadonlyMap<WasmFunction, Instruction>): void {
  body.forEach((instruction, index) => {
    const [operand] = instruction.operands;
    const called = instruction.op === "drop" && operand && resultOf(operand, results) ? operand : undefined;
    if (called) {
      if (instruction.position) called.position ??= instruction.position;
      body[index] = called;
    } else {
      const result = resultOf(instruction, results);
      if (result) body[index] = withResult(instruction, result);
    }
    for (const list of listsOf(called ?? instruction)) replaceCalls(list, results);
  });
}

function resultOf(instruction: Instruction, results: ReadonlyMap<WasmFunction, Instruction>): Instruction | undefined {
  if (instruction.op !== "call" || !("body" in instruction.function)) return undefined;
  return results.get(instruction.function);
}

function withResult(instruction: Instruction, result: Instruction): Instruction {
  if (instruction.op !== "call") return instruction;
  const [type] = instruction.function.type.results;
  return block(createLabel("called"), type, [instruction, { ...result }]);
}

function returnsOf(body: readonly Instruction[]): Instruction[] {
  return body.flatMap((each) => [...(each.kind === "return" ? [each] : []), ...returnsOf(listsOf(each).flat())]);
}

function listsOf(instruction: Instruction): Instruction[][] {
  if (!("body" in instruction)) return [instruction.operands];
  return [instruction.operands, instruction.body, ...("otherwise" in instruction ? [instruction.otherwise] : [])];
}
