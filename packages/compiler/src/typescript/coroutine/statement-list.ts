import type { Expression, IrVariable, Statement } from "../ir/index.ts";
import { appendStatement } from "./append.ts";
import type { Coroutine, Suspension } from "./coroutine.ts";
import { openEarly } from "./early-captures.ts";
import { rewriteStatements } from "./jumps.ts";

/** A part of a list: code that runs through, or a statement with stops inside. */
interface Part {
  statements: Statement[];
  /** The last of the stops inside. */
  last: number;
  /** For code that runs through: with which value of `at` it is entered. */
  entry: number | undefined;
}

/**
 * A list of statements that can be entered anew at each stop in it. Code between two stops is entered when `at` says so, and
 * statements with stops inside whenever the place to go on at is in them or nothing is to be skipped any more (`at` is 0). What has been skipped already needs
 * no test, since its numbers are lower.
 */
export class StatementList {
  readonly coroutine: Coroutine;
  #parts: Part[] = [];
  #pending: Statement[] = [];
  #entry = 0;

  constructor(coroutine: Coroutine) {
    this.coroutine = coroutine;
  }

  /** Adds a statement without stops. */
  straight(...statements: Statement[]): void {
    this.#pending.push(...rewriteStatements(this.coroutine, statements));
  }

  /** Adds a statement with stops inside. `lower` makes it. */
  compound(lower: () => Statement[]): void {
    this.#flush(0);
    const statements = lower();
    this.#parts.push({ statements, last: this.coroutine.stops, entry: undefined });
  }

  /** Adds a stop; what it gives goes into the variable, if there is one. */
  stop(suspension: Suspension, result: IrVariable | undefined): void {
    const { coroutine } = this;
    const { build, kind } = coroutine;
    const { prepare, arrange, resume, value, isNeeded } = kind.stop(suspension);
    const state = ++coroutine.stops;
    this.#pending.push(
      ...prepare,
      build.set(coroutine.state, build.number(state)),
      ...arrange,
      build.return(kind.stopped()),
    );
    this.#flush(state);
    this.#pending.push(build.set(coroutine.at, build.number(0)));
    for (const statement of resume) appendStatement(this, statement);
    if (result) this.#pending.push(build.declare(result, value));
    else if (isNeeded) this.#pending.push(build.run(value));
  }

  #flush(entry: number): void {
    if (this.#pending.length > 0) {
      const statements = this.coroutine.segments.add(this.#pending);
      this.#parts.push({ statements, last: this.coroutine.stops, entry: this.#entry });
    }
    this.#pending = [];
    this.#entry = entry;
  }

  finish(): Statement[] {
    this.#flush(0);
    const { stops } = this.coroutine;
    return this.#parts.flatMap(({ statements, last, entry }, index) => {
      const isLast = index === this.#parts.length - 1;
      const { build, at } = this.coroutine;
      const number = (value: number): Expression => build.number(value);
      if (entry !== undefined) {
        if (isLast) return [build.statement({ type: "block", label: undefined, body: statements })];
        return [build.if(build.compare("===", build.read(at), number(entry)), statements)];
      }
      return last === stops ? statements : [build.if(build.compare("<=", build.read(at), number(last)), statements)];
    });
  }
}

/** Statements of which some have stops inside. */
export function lowerList(coroutine: Coroutine, statements: readonly Statement[]): Statement[] {
  const list = new StatementList(coroutine);
  for (const statement of openEarly(list, statements)) appendStatement(list, statement);
  return list.finish();
}
