import { expect, test } from "vitest";
import { appFailed } from "../src/page/messages.ts";
import { mountFailed } from "../src/messages.ts";

test.each([
  ["nothing", Object.create(null)],
  [
    "an error that throws when it is asked",
    Object.defineProperty(new Error("x"), "message", {
      get() {
        throw new Error("y");
      },
    }),
  ],
  ["a symbol", Symbol("x")],
  [
    "an object that throws when it is made a text",
    {
      toString() {
        throw new Error("y");
      },
    },
  ],
])("whatever is thrown can be told: %s", (_name, cause: unknown) => {
  expect(mountFailed(cause)).toMatchObject({ code: "mount_failed", cause });
  expect(appFailed(cause)).toMatchObject({ code: "app_failed", cause });
});
