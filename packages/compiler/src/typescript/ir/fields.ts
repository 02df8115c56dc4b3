import type { Expression } from "./expressions.ts";
import type { Statement } from "./statements.ts";

type Without<T, Key extends PropertyKey> = T extends unknown ? Omit<T, Key> : never;

/** An expression as the construct that makes it knows it: without its number and its place. */
export type ExpressionFields = Without<Expression, "id" | "position">;

/** A statement as the construct that makes it knows it: without its place. */
export type StatementFields = Without<Statement, "position">;
