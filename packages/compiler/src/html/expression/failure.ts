import type { Message } from "../message.ts";
import type { Span } from "../reporter.ts";

/** Stops the parsing of one expression; caught where the parsing began. */
export class ExpressionFailure extends Error {
  readonly problem: Message;
  /** In the expression's text. */
  readonly span: Span;

  constructor(problem: Message, start: number, end: number) {
    super(problem.message);
    this.name = "ExpressionFailure";
    this.problem = problem;
    this.span = { start, end };
  }
}
