import type { RuneError } from "@rune/schema";
import { describe, expect, it } from "vitest";
import { createServerFunctions, type ServerConnection, type ServerFunctionOptions } from "../src/server/index.ts";

type Call = (method: string, parameters: string) => Promise<string>;
type Send = (event: string) => void;

/** Functions over a connection, and what they report. */
function serve(connection: Partial<ServerConnection> | undefined, options: Partial<ServerFunctionOptions> = {}) {
  const reported: RuneError[] = [];
  const functions = createServerFunctions({
    connection: connection && { send: () => {}, call: async () => "null", ...connection },
    report: (error) => reported.push(error),
    ...options,
  });
  return {
    call: functions["server_rpc"] as unknown as Call,
    send: functions["send_to_server"] as unknown as Send,
    reported,
  };
}

describe("calls of services", () => {
  it("give the connection what they were given, and give what it gives", async () => {
    const { call } = serve({ call: async (...given) => JSON.stringify(given.slice(0, 2)) });
    expect(await call("add", "[1,2]")).toBe('["add","[1,2]"]');
  });

  it("fail with what the connection says, thrown or rejected", async () => {
    const rejected = serve({ call: () => Promise.reject(new Error("busy")) });
    await expect(rejected.call("add", "[]")).rejects.toMatchObject({
      code: "server_failed",
      message: "The call of `add` failed: busy",
    });
    const thrown = serve({
      call() {
        throw new Error("closed");
      },
    });
    await expect(thrown.call("add", "[]")).rejects.toMatchObject({ code: "server_failed" });
  });

  it.each([
    ["the parameters are no JSON", "f", "{", "server_message_invalid"],
    ["the parameters are too long", "f", `"${"x".repeat(100)}"`, "server_message_invalid"],
    ["the name is too long", "f".repeat(300), "[]", "server_message_invalid"],
    ["the result is too long", "long", "[]", "server_failed"],
    ["the result is no text", "number", "[]", "server_failed"],
  ])("are refused where %s", async (_what, method, parameters, code) => {
    const { call } = serve(
      { call: async (name) => (name === "number" ? (1 as never) : "x".repeat(99)) },
      { limits: { messageLength: 50, resultLength: 50 } },
    );
    await expect(call(method, parameters)).rejects.toMatchObject({ code });
  });

  it("are limited in number and in time, and the connection hears when nobody waits any more", async () => {
    const signals: AbortSignal[] = [];
    const { call } = serve(
      { call: (_method, _parameters, signal) => new Promise(() => void signals.push(signal)) },
      { limits: { calls: 2, callTime: 20 } },
    );
    const waiting = [call("a", "[]"), call("b", "[]")].map((each) => expect(each).rejects.toThrow("within 20 ms"));
    await expect(call("c", "[]")).rejects.toMatchObject({ code: "server_call_limit" });
    await Promise.all(waiting);
    expect(signals.map(({ aborted }) => aborted)).toEqual([true, true]);
  });

  it("end with their module", async () => {
    const abort = new AbortController();
    let calls = 0;
    const { call } = serve({ call: () => new Promise(() => calls++) }, { signal: abort.signal });
    const waiting = call("a", "[]");
    abort.abort();
    await expect(waiting).rejects.toThrow("stopped");
    await expect(call("a", "[]")).rejects.toThrow("stopped");
    expect(calls).toBe(1);
  });
});

describe("events", () => {
  it("are sent in order, and what is wrong with one is reported", async () => {
    const sent: string[] = [];
    const { send, reported } = serve(
      {
        send(event) {
          if (event === "0") throw new Error("closed");
          return event === "1" ? Promise.reject(new Error("lost")) : sent.push(event);
        },
      },
      { limits: { messageLength: 20 } },
    );
    for (const event of ['{"a":1}', "2", "0", "1", "{", `"${"x".repeat(30)}"`]) send(event);
    expect(sent).toEqual(['{"a":1}', "2"]);
    await new Promise((resolve) => setTimeout(resolve, 0));
    expect(reported.map(({ code }) => code).toSorted()).toEqual([
      "server_failed",
      "server_failed",
      "server_message_invalid",
      "server_message_invalid",
    ]);
  });
});

it("says what is missing where there is no connection", async () => {
  const { call, send, reported } = serve(undefined);
  await expect(call("a", "[]")).rejects.toMatchObject({ code: "server_missing" });
  send("1");
  expect(reported).toMatchObject([{ code: "server_missing" }]);
});
