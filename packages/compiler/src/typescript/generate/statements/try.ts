import type { Catch, Instruction, Local } from "../../../wasm/index.ts";
import {
  anyref,
  block,
  br,
  createLabel,
  createLocal,
  externref,
  i32,
  ifElse,
  localGet,
  localSet,
  op,
  throwTag,
  tryTable,
} from "../../../wasm/index.ts";
import { HOST, siteOfCatch } from "../../infer/index.ts";
import type { StatementOf } from "../../ir/index.ts";
import { callInstance, targetsOf } from "../expressions/direct-call.ts";
import type { FunctionGenerator } from "../function-generator.ts";
import { ANY_REPRESENTATION, EXTERN_REPRESENTATION } from "../representation.ts";
import type { Finalizer } from "./finalizers.ts";
import { continueJumps } from "./finalizers.ts";
import { generateStatements } from "./generate-statements.ts";

/** `try` with `catch`, `finally` or both. */
export function generateTry(f: FunctionGenerator, statement: StatementOf<"try">): Instruction[] {
  if (!statement.finallyBody) return generateCatch(f, statement);
  return generateFinally(
    f,
    () => (statement.catchBody ? generateCatch(f, statement) : generateStatements(f, statement.body)),
    () => generateStatements(f, statement.finallyBody!),
  );
}

function generateCatch(f: FunctionGenerator, statement: StatementOf<"try">): Instruction[] {
  const { catchVariable, catchBody } = statement;
  const done = createLabel("done");
  const caught = createLabel("catch");
  const hostCaught = createLabel("catch host");
  const thrown = createLocal("thrown", anyref);
  const host = createLocal("thrown by host", externref);
  const mayComeFromHost = f.program.analysis.hostThrows.holds;
  const body = generateStatements(f, statement.body);
  const handler: Instruction[] = [];
  if (catchVariable) {
    const value = { code: localGet(thrown), representation: ANY_REPRESENTATION, kinds: -1 };
    handler.push(...f.variables.declare(catchVariable, value));
  }
  handler.push(...generateStatements(f, catchBody ?? []));
  const catches: Catch[] = [{ tag: f.program.runtime.tag(), label: caught }];
  if (mayComeFromHost) catches.push({ tag: f.program.hostTag(), label: hostCaught });
  const inner = [tryTable(undefined, body, catches), br(done)];
  if (!mayComeFromHost) {
    return [block(done, undefined, [localSet(thrown, block(caught, anyref, inner)), ...handler])];
  }
  const ready = createLabel("caught");
  return [
    block(done, undefined, [
      block(ready, undefined, [
        localSet(host, block(hostCaught, externref, [localSet(thrown, block(caught, anyref, inner)), br(ready)])),
        localSet(thrown, fromHost(f, statement, host)),
      ]),
      ...handler,
    ]),
  ];
}

/** A JavaScript exception as the guest's own error. */
function fromHost(f: FunctionGenerator, { catchVariable }: StatementOf<"try">, host: Local): Instruction {
  const target = catchVariable && targetsOf(f, siteOfCatch(catchVariable))[0];
  if (!target) return op("any.convert_extern", localGet(host));
  const value = { code: localGet(host), representation: EXTERN_REPRESENTATION, kinds: HOST };
  const call = callInstance(f, target.instance, { arguments: [{ value: () => value, spreads: undefined }] });
  return f.convert(call, ANY_REPRESENTATION);
}

/** Code with code that runs when it is left, in whichever way. */
export function generateFinally(
  f: FunctionGenerator,
  body: () => Instruction[],
  finalize: (completion: Instruction) => Instruction[],
): Instruction[] {
  const tag = f.program.runtime.tag();
  const hostTag = f.program.analysis.hostThrows.holds ? f.program.hostTag() : undefined;
  const finalizer: Finalizer = {
    label: createLabel("finally"),
    completion: createLocal("completion", "i32"),
    jumps: [],
  };
  const thrown = createLocal("thrown", anyref);
  const host = createLocal("thrown by host", externref);
  const caught = createLabel("catch");
  const hostCaught = createLabel("catch host");
  f.finalizers.push(finalizer);
  const inner = body();
  f.finalizers.pop();
  const catches: Catch[] = [{ tag, label: caught }];
  if (hostTag) catches.push({ tag: hostTag, label: hostCaught });
  const guarded: Instruction[] = [
    localSet(
      thrown,
      block(caught, anyref, [
        tryTable(undefined, inner, catches),
        localSet(finalizer.completion, i32(0)),
        br(finalizer.label),
      ]),
    ),
    localSet(finalizer.completion, i32(1)),
  ];
  const all = hostTag
    ? [
        localSet(host, block(hostCaught, externref, [...guarded, br(finalizer.label)])),
        localSet(finalizer.completion, i32(2)),
      ]
    : guarded;
  return [
    block(finalizer.label, undefined, all),
    ...finalize(localGet(finalizer.completion)),
    ifElse(op("i32.eq", localGet(finalizer.completion), i32(1)), [throwTag(tag, localGet(thrown))]),
    ...(hostTag
      ? [ifElse(op("i32.eq", localGet(finalizer.completion), i32(2)), [throwTag(hostTag, localGet(host))])]
      : []),
    ...continueJumps(f, finalizer),
  ];
}
