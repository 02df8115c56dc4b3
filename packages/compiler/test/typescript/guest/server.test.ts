import { createServerFunctions } from "@rune/host/server";
import type { ServerConnection } from "@rune/host/server";
import { describe, expect, test } from "vitest";
import { runController } from "./run-controller.ts";

const source = `
  interface User { id: number; name: string; tags: string[] }
  export async function name(id: number): Promise<string> {
    const user = await rune.server_rpc<User>("getUser", id, { full: true });
    return user.name.toUpperCase() + user.tags.length + " " + (user.id + 1);
  }
  export async function plain(): Promise<string> {
    const values = await Promise.all([rune.server_rpc<number>("one"), rune.server_rpc<null>("none"), rune.server_rpc<string[]>("list")]);
    return JSON.stringify(values);
  }
  export async function failed(method: string): Promise<string> {
    try {
      return JSON.stringify(await rune.server_rpc(method));
    } catch (error) {
      return (error as Error).message;
    }
  }
  export function tell(text: string): void {
    rune.send_to_server({ type: "said", text });
    rune.send_to_server(text);
    rune.send_to_server(undefined);
  }`;

const results: Readonly<Record<string, string>> = {
  getUser: '{"id":7,"name":"Ada","tags":["a","b"]}',
  one: "1",
  none: "null",
  list: '["x"]',
  broken: "{",
};

describe("the app's services", { timeout: 60_000 }, () => {
  test("are called, and sent events", async () => {
    const asked: unknown[] = [];
    const connection: ServerConnection = {
      send: (event) => asked.push(event),
      async call(method, parameters) {
        asked.push([method, parameters]);
        const result = results[method];
        if (result === undefined) throw new Error(`there is no ${method}`);
        return result;
      },
    };
    const { instance, entry } = await runController(
      source,
      {},
      [],
      createServerFunctions({ connection, report: (error) => asked.push(error) }),
    );
    expect(await instance.call("name", [7])).toBe("ADA2 8");
    expect(asked).toEqual([["getUser", '[7,{"full":true}]']]);
    expect(await instance.call("plain")).toBe('[1,null,["x"]]');
    expect(await instance.call("failed", ["nobody"])).toBe("The call of `nobody` failed: there is no nobody");
    expect(await instance.call("failed", ["broken"])).toContain("JSON");
    asked.length = 0;
    instance.call("tell", ['"hi"']);
    expect(asked).toEqual(['{"type":"said","text":"\\"hi\\""}', '"\\"hi\\""', "null"]);
    expect([entry.imports, entry.capabilities]).toEqual([["send_to_server", "server_rpc"], ["server"]]);
  });

  test("are missing where the host has no way to them, and the error says what to do", async () => {
    const reported: unknown[] = [];
    const functions = createServerFunctions({ connection: undefined, report: (error) => reported.push(error) });
    const { instance } = await runController(source, {}, [], functions);
    expect(await instance.call("failed", ["one"])).toContain("{ server: connection }");
    instance.call("tell", [""]);
    await Promise.resolve();
    expect(reported).toMatchObject([1, 2, 3].map(() => ({ code: "server_missing" })));
    await expect(runController(source)).rejects.toMatchObject({ code: "module_import_unavailable" });
  });
});
