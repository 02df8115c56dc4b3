import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { createHttpClient } from "@rune/host/http";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runController } from "./run-controller.ts";

let server: Server;
let origin = "";

beforeAll(async () => {
  server = createServer(async (request, response) => {
    let body = "";
    for await (const part of request) body += String(part);
    if (request.url === "/items") {
      response.writeHead(200, { "content-type": "application/json", "x-empty": "" });
      response.end(JSON.stringify([{ id: 1, title: "grüß 😀" }]));
    } else if (request.url === "/bytes") response.end(Uint8Array.from({ length: 700 }, (_, i) => i % 256));
    else if (request.url === "/mark") response.end("\ufeff\n\ntext");
    else if (request.url === "/empty") response.writeHead(204).end();
    else response.writeHead(404).end(`${request.method} ${request.headers["x-own"]} ${body}`);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

describe("rune.fetch", { timeout: 60_000 }, () => {
  test("gives what servers answer, and says why there is no answer", async () => {
    const { instance, entry } = await runController(
      `interface Item { id: number; title: string }
      export async function items(origin: string): Promise<string> {
        const response = await rune.fetch(origin + "/items");
        const [first] = JSON.parse(response.text()) as Item[];
        const headers = [response.header("Content-Type"), response.header("x-empty"), response.header("none")];
        return response.status + " " + response.ok + " " + headers.join("|") + " " + first?.id + first?.title;
      }
      export async function sum(origin: string): Promise<string> {
        const bytes = (await rune.fetch(origin + "/bytes", {})).bytes();
        return bytes.length + " " + bytes.reduce((sum, byte) => sum + byte, 0);
      }
      export async function post(origin: string, body: string): Promise<string> {
        const headers: Record<string, string> = { "X-Own": "own" };
        const { status, ok, ...rest } = await rune.fetch(origin + "/", { method: "POST", headers, body, timeout_ms: 5000 });
        return status + " " + ok + " " + Object.keys(rest).length;
      }
      export async function echo(origin: string, body: string): Promise<string> {
        return (await rune.fetch(origin + "/", { method: "PUT", headers: { "x-own": "a" }, body })).text();
      }
      export async function small(origin: string): Promise<string> {
        const [mark, empty] = await Promise.all([rune.fetch(origin + "/mark"), rune.fetch(origin + "/empty")]);
        return JSON.stringify([mark.text(), mark.bytes().length, empty.status, empty.text(), empty.bytes().length]);
      }
      export async function impatient(origin: string): Promise<string> {
        const ends: string[] = [];
        for (const timeout_ms of [Number.NaN, Infinity]) {
          await rune.fetch(origin + "/empty", { timeout_ms }).then(
            ({ status }) => ends.push("" + status),
            (error: Error) => ends.push(error.message),
          );
        }
        return ends.join();
      }
      export async function bytes(origin: string): Promise<string> {
        const sizes: string[] = [];
        for (let count = 0; count < 5; count++) {
          const whole = new Uint8Array([120, 121, 122, 65, 66]);
          const view = whole.subarray(1, 1 + count);
          const sent = await rune.fetch(origin + "/", { method: "PUT", headers: { "x-own": "b" }, body: view });
          const buffer = await rune.fetch(origin + "/", { method: "PUT", headers: { "x-own": "b" }, body: view.slice().buffer });
          sizes.push(sent.text() + "=" + buffer.text());
        }
        return sizes.join();
      }
      export async function failed(url: string): Promise<string> {
        try {
          return (await rune.fetch(url)).text();
        } catch (error) {
          return (error as Error).message;
        }
      }`,
      { http: createHttpClient({ origins: [origin] }) },
    );
    const call = (name: string, ...rest: string[]): Promise<unknown> =>
      instance.call(name, [origin, ...rest]) as Promise<unknown>;
    expect(await call("items")).toBe("200 true application/json|| 1grüß 😀");
    const total = Array.from({ length: 700 }, (_, i) => i % 256).reduce((sum, byte) => sum + byte, 0);
    expect(await call("sum")).toBe(`700 ${total}`);
    expect(await call("post", "x")).toBe("404 false 0");
    expect(await call("echo", "é\n")).toBe("PUT a é\n");
    const echoed = ["", "y", "yz", "yzA", "yzAB"].map((text) => `PUT b ${text}`);
    expect(await call("bytes")).toBe(echoed.map((text) => `${text}=${text}`).join());
    expect(await call("small")).toBe(JSON.stringify(["\n\ntext", 9, 204, "", 0]));
    expect(await call("impatient")).toBe("The request was not sent: `timeout_ms` must be a number above zero.,204");
    await expect(instance.call("failed", ["https://elsewhere.example/"])).resolves.toContain(
      "`https://elsewhere.example` is not among the origins of the capability `http`",
    );
    await expect(instance.call("failed", ["items"])).resolves.toContain("the address must be a whole one");
    expect([entry.imports, entry.capabilities]).toEqual([["http_fetch"], ["http"]]);
  });

  test("is refused where the host gives no access", async () => {
    const source = `export async function ask(): Promise<number> { return (await rune.fetch("https://a.example")).status; }`;
    await expect(runController(source)).rejects.toMatchObject({ code: "module_import_unavailable" });
  });
});
