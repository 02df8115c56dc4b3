import type { Instruction } from "../../../wasm/index.ts";
import { call, createLocal, drop, externref, i32, ifElse, localGet, localSet, op } from "../../../wasm/index.ts";
import { NULLISH, STRING, kindsOf, lookUpMethod, objectsOf } from "../../infer/index.ts";
import type { ExpressionOf, IrVariable, Statement, StatementOf } from "../../ir/index.ts";
import { walkStatement, walkStatements } from "../../ir/walk.ts";
import type { FunctionGenerator } from "../function-generator.ts";
import type { SteadyText } from "../scanned-texts.ts";
import { isSameText, isUnitRead, steadyText } from "../scanned-texts.ts";

/** What is done before a loop for the strings that it reads, and what ends that after it. */
export interface PreparedTexts {
  before: Instruction[];
  release(): void;
}

type Loop = StatementOf<"loop"> | StatementOf<"forOf">;

/**
 * Reads a unit, before a loop, of each string that is the same in all its rounds. Engines find out with every read how a string is stored;
 * after one that always comes first they know it in the whole loop, which makes its reads several times as fast. The read needs a unit to be there,
 * so an empty string gives way to one that is not, which no read reaches: their indices are compared with the length of the string itself.
 */
export function prepareTexts(f: FunctionGenerator, loop: Loop): PreparedTexts {
  if (!canPrepare(f)) return { before: [], release: () => {} };
  const known = f.scanned.length;
  const { assigned, texts } = inspect(f, loop);
  f.loopWrites.push(assigned);
  const before = texts.flatMap((text) => {
    const isSteady = text.op === "get" ? isSteadyVariable(f, text.variable) : isSteadyField(f, text, [loop]);
    return isSteady ? prepare(f, text) : [];
  });
  return {
    before,
    release: () => {
      f.loopWrites.pop();
      f.scanned.length = known;
    },
  };
}

/** The same for fields of the receiver that several loops of the function read, at its start: they never are texts that grow. */
export function prepareFields(f: FunctionGenerator): Instruction[] {
  const { body, thisVariable } = f.generated.instance.function;
  if (!thisVariable || !canPrepare(f)) return [];
  const found: SteadyText[] = [];
  const code: Instruction[] = [];
  for (const loop of outermostLoops(body)) {
    for (const text of inspect(f, loop).texts) {
      if (text.op === "get" || !isSteadyField(f, text, body)) continue;
      if (found.some((other) => isSameText(other, text))) code.push(...prepare(f, text));
      else found.push(text);
    }
  }
  return code;
}

function outermostLoops(body: readonly Statement[]): Loop[] {
  const loops: Loop[] = [];
  const inner = new Set<Statement>();
  walkStatements(body, {
    statement: (statement) => {
      if ((statement.type !== "loop" && statement.type !== "forOf") || inner.has(statement)) return;
      loops.push(statement);
      walkStatement(statement, { statement: (each) => void inner.add(each) });
    },
  });
  return loops;
}

function canPrepare(f: FunctionGenerator): boolean {
  const { library, kept } = f.generated.instance.function;
  return !library && kept.length === 0;
}

/** What a loop assigns or declares, and the strings of which it reads units. */
function inspect(f: FunctionGenerator, loop: Loop): { assigned: ReadonlySet<IrVariable>; texts: SteadyText[] } {
  const assigned = new Set<IrVariable>();
  const texts: SteadyText[] = [];
  walkStatement(loop, {
    declared: (variable) => void assigned.add(variable),
    expression: (expression) => {
      if (expression.op === "set") assigned.add(expression.variable);
      if (!isUnitRead(f, expression)) return;
      const text = steadyText(expression.object);
      if (text && !texts.some((other) => isSameText(other, text))) texts.push(text);
    },
  });
  return { assigned, texts };
}

function prepare(f: FunctionGenerator, text: SteadyText): Instruction[] {
  if (!isText(f, text) || f.scanned.some((other) => isSameText(other.text, text))) return [];
  const { imports } = f.program;
  const prepared = createLocal("scanned", externref);
  const isEmpty = op("i32.eqz", call(imports.string("length"), localGet(prepared)));
  const isSet = text.op === "get" && kindsOf(f.node(text)!) === STRING && isAlwaysSet(text.variable);
  const isAbsent = isSet ? isEmpty : ifElse(op("ref.is_null", localGet(prepared)), [i32(1)], [isEmpty], "i32");
  const { code } = f.value(text);
  f.scanned.push({ text, prepared });
  return [
    localSet(prepared, code),
    ifElse(isAbsent, [localSet(prepared, f.text(" "))]),
    drop(call(imports.string("charCodeAt"), localGet(prepared), i32(0))),
  ];
}

function isAlwaysSet({ kind, owner }: IrVariable): boolean {
  return kind === "parameter" || (kind === "const" && owner !== undefined);
}

function isText(f: FunctionGenerator, text: SteadyText): boolean {
  const node = f.node(text);
  if (!node || objectsOf(node).length > 0) return false;
  const kinds = kindsOf(node);
  return (kinds & ~NULLISH) === STRING && f.representationOf(node).type === "extern";
}

/**
 * Whether a variable is the same in each round. One that a loop around it assigns is left alone: it may be a text that grows, which a read makes
 * the engine put together.
 */
function isSteadyVariable(f: FunctionGenerator, variable: IrVariable): boolean {
  if (f.loopWrites.at(-1)!.has(variable)) return false;
  if (variable.writes === 0) return true;
  if (variable.owner !== f.generated.instance.function || f.program.captures.inCell(variable)) return false;
  return !f.loopWrites.some((assigned) => assigned.has(variable));
}

/** Whether a field of the receiver is the same in each round: only constructors set it, and nobody else's code runs meanwhile. */
function isSteadyField(
  f: FunctionGenerator,
  { object, name }: ExpressionOf<"property">,
  statements: readonly Statement[],
): boolean {
  const node = f.node(object);
  const owners = node ? objectsOf(node) : [];
  const [owner] = owners;
  if (!node || kindsOf(node) !== 0 || owners.length !== 1 || owner?.type !== "instance") return false;
  if (owner.dynamic || owner.removable || !owner.fields.has(name)) return false;
  if (lookUpMethod(f.program.analysis, owner, name, "get")) return false;
  const { instance } = f.generated;
  const definition = f.program.classOf.get(instance.function);
  if (definition && (definition.construct === instance.function || definition.initializer === instance.function)) {
    return false;
  }
  return !f.program.fieldWrites.has(name) && f.program.arrayWrites.find(instance, statements) !== undefined;
}
