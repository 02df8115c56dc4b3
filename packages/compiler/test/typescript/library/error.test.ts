import { describe, expect, it } from "vitest";
import "./intrinsics-shim.ts";
import { AggregateError as LibraryAggregateError } from "../../../src/typescript/library/aggregate-error.ts";
import { errorFromHost } from "../../../src/typescript/library/error-from-host.ts";
import {
  Error as LibraryError,
  EvalError as LibraryEvalError,
  RangeError as LibraryRangeError,
  ReferenceError as LibraryReferenceError,
  SyntaxError as LibrarySyntaxError,
  TypeError as LibraryTypeError,
  URIError as LibraryURIError,
} from "../../../src/typescript/library/error.ts";

const classes = [
  ["Error", LibraryError],
  ["TypeError", LibraryTypeError],
  ["RangeError", LibraryRangeError],
  ["SyntaxError", LibrarySyntaxError],
  ["ReferenceError", LibraryReferenceError],
  ["EvalError", LibraryEvalError],
  ["URIError", LibraryURIError],
] as const;

describe("errors", () => {
  it.each(classes)("%s", (name, Ours) => {
    for (const args of [[], ["text"], ["text", { cause: 5 }], [undefined, {}], [7], [null]] as [string?, object?][]) {
      const native = new globalThis[name](...args);
      for (const error of [new Ours(...args), Ours["@@call"](...args)]) {
        expect([error.name, error.message, error.cause, error.toString()]).toStrictEqual([
          native.name,
          native.message,
          native.cause,
          native.toString(),
        ]);
        expect(error).toBeInstanceOf(Ours);
        expect(error).toBeInstanceOf(LibraryError);
        expect(Object.keys(error)).toStrictEqual([]);
      }
    }
  });

  it("are extended as in JavaScript", () => {
    class Ours extends LibraryRangeError {
      readonly code: number;
      constructor(message: string, code: number) {
        super(message);
        this.code = code;
      }
    }
    class Named extends LibraryError {
      constructor(message: string) {
        super(message);
        this.name = "Named";
      }
    }
    const error = new Ours("text", 7);
    expect([error.name, error.code, error.toString(), Object.keys(error)]).toStrictEqual([
      "RangeError",
      7,
      "RangeError: text",
      ["code"],
    ]);
    expect(new Named("text").toString()).toBe("Named: text");
  });

  it("are written as name and message", () => {
    for (const [name, message] of [
      ["", ""],
      ["", "m"],
      ["N", ""],
      ["N", "m"],
    ] as const) {
      const [ours, native] = [new LibraryError(message), new Error(message)];
      ours.name = name;
      native.name = name;
      expect(ours.toString()).toBe(native.toString());
    }
  });

  it("have a stack that starts with themselves, until the program writes another", () => {
    const error = new LibraryTypeError("text");
    expect(error.stack).toMatch(/^TypeError: text\n +at /);
    error.message = "changed";
    expect(error.stack).toMatch(/^TypeError: changed\n +at /);
    error.stack = "mine";
    expect(error.stack).toBe("mine");
  });

  it("AggregateError keeps a list of its own", () => {
    const list = [1, new LibraryError("two")];
    for (const error of [
      new LibraryAggregateError(list, "text", { cause: 3 }),
      LibraryAggregateError["@@call"](list, "text", { cause: 3 }),
    ]) {
      expect([error.name, error.message, error.cause, error.errors]).toStrictEqual(["AggregateError", "text", 3, list]);
      expect(error.errors).not.toBe(list);
    }
  });
});

describe("what JavaScript throws", () => {
  it.each(classes)("becomes the guest's %s", (name, Ours) => {
    const thrown = new globalThis[name]("text");
    const error = errorFromHost(thrown as never) as LibraryError;
    expect(error).toBeInstanceOf(Ours);
    expect([error.name, error.message]).toStrictEqual([name, "text"]);
    expect(error.stack).toContain("error.test.ts");
  });

  it("keeps the name of any other error, and what is no error", () => {
    const thrown = new Error("text");
    thrown.name = "NotAllowedError";
    const error = errorFromHost(thrown as never) as LibraryError;
    expect([error.toString(), error.constructor]).toStrictEqual(["NotAllowedError: text", LibraryError]);
    expect(errorFromHost("text" as never)).toBe("text");
  });
});
