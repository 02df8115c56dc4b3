import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, it, test } from "vitest";
import { createHttpClient, type HttpAccess } from "../src/http/index.ts";
import { OWN_HEADER_NAMES } from "./own-header-names.ts";

interface Asked {
  method: string | undefined;
  url: string | undefined;
  headers: IncomingMessage["headers"];
  body: string;
}

let server: Server;
let origin = "";
const asked: Asked[] = [];
/** Requests without an answer by their paths: one whose client gave up may still arrive during the next test. */
const held = new Map<string, (() => void)[]>();
const heldAt = (path: string): number => held.get(path)?.length ?? 0;

beforeAll(async () => {
  server = createServer(async (request, response) => {
    let body = "";
    for await (const part of request) body += String(part);
    const { method, url, headers } = request;
    asked.push({ method, url, headers, body });
    if (url === "/redirect") response.writeHead(302, { location: `${origin}/elsewhere` }).end();
    else if (url?.startsWith("/hold")) held.set(url, [...(held.get(url) ?? []), () => response.end("late")]);
    else if (url === "/large") response.end(Buffer.alloc(3000, 97));
    else if (url === "/none") response.writeHead(404).end("nothing here");
    else
      response.writeHead(200, { "X-Tag": "ä", "set-cookie": "a=b", "content-type": "text/plain" }).end("grüß\0\n\nx");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

/** Sends a request and gives head and body of the answer. */
async function ask(
  request: object | string,
  access: Partial<HttpAccess> = {},
): Promise<[head: string[], body: string]> {
  const send = createHttpClient({ origins: [origin], ...access });
  const block = Buffer.from(await send(typeof request === "string" ? request : JSON.stringify(request)));
  const end = block.indexOf("\n\n");
  return [block.subarray(0, end).toString().split("\n"), block.subarray(end + 2).toString()];
}

it("sends what it is given, and gives status, headers and the bytes of the body", async () => {
  asked.length = 0;
  const headers = { "X-Own": "ü", "Content-Type": "application/json" };
  const [head, body] = await ask({ url: `${origin}/items?a=b`, method: "POST", headers, body: '{"é":1}' });
  expect(asked).toMatchObject([
    { method: "POST", url: "/items?a=b", body: '{"é":1}', headers: { "content-type": "application/json" } },
  ]);
  expect(asked[0]?.headers["x-own"]).toBe("ü");
  expect(asked[0]?.headers.cookie).toBeUndefined();
  expect(head[0]).toBe("200");
  expect(head).toContain("x-tag: ä");
  expect(head.join()).not.toContain("set-cookie");
  expect(body).toBe("grüß\0\n\nx");
});

it("sends bytes as they are", async () => {
  asked.length = 0;
  const bytes = Uint8Array.from([0xe2, 0x82, 0xac, 0x21]);
  await ask({ url: origin, method: "PUT", body_base64: Buffer.from(bytes).toString("base64") });
  expect(asked).toMatchObject([{ method: "PUT", body: "€!", headers: { "content-length": "4" } }]);
  expect(asked[0]?.headers["content-type"]).toBeUndefined();
});

it("takes a status that tells of a failure as an answer", async () => {
  const [head, body] = await ask({ url: `${origin}/none` });
  expect([head[0], body]).toEqual(["404", "nothing here"]);
});

it("asks nobody but the origins of the manifest", async () => {
  asked.length = 0;
  const other = origin.replace("127.0.0.1", "localhost");
  for (const url of [other, "http://127.0.0.1:1", `${origin.replace("http:", "https:")}/x`, `http://a@b.example`]) {
    await expect(ask({ url })).rejects.toMatchObject({ code: "http_origin_denied" });
  }
  await expect(ask({ url: origin }, { origins: [] })).rejects.toThrow("the manifest has none");
  await expect(ask({ url: `${origin}/redirect` })).rejects.toMatchObject({
    code: "http_failed",
    message: expect.stringContaining("redirected") as string,
  });
  expect(asked.map(({ url }) => url)).toEqual(["/redirect"]);
});

test.each<[string, object | string]>([
  ["no JSON object", "[]"],
  ["no JSON object", "{"],
  ["a whole one", { url: "/path" }],
  ["a whole one", {}],
  ["must begin with https:", { url: "file:///etc/passwd" }],
  ["must be one of GET", { method: "CONNECT" }],
  ["must be one of GET", { method: ["GET"] }],
  ["must be a text", { method: "POST", body: 1 }],
  ["must be a text", { method: "POST", body_base64: "~" }],
  ["must be a text", { method: "POST", body_base64: null }],
  ["must be a text", { method: "POST", body: "", body_base64: "" }],
  ["GET has no body", { body_base64: "" }],
  ["GET has no body", { body: "" }],
  ["above zero", { timeout_ms: -1 }],
  ["above zero", { timeout_ms: "5" }],
  ["an object of texts", { headers: ["a"] }],
  ["no header can be called", { headers: { "a b": "c" } }],
  ["text of one line", { headers: { a: "b\r\nhost: evil" } }],
  ["text of one line", { headers: { a: "→" } }],
  ["text of one line", { headers: { a: 1 } }],
  ["no option `mode`", { mode: "no-cors" }],
  ...OWN_HEADER_NAMES.map((name): [string, object] => ["platform's own", { headers: { [name]: "x" } }]),
])("refuses what is not well said: %s %j", async (problem, request) => {
  asked.length = 0;
  const whole = typeof request === "string" || problem === "a whole one" ? request : { url: origin, ...request };
  await expect(ask(whole)).rejects.toMatchObject({
    code: "http_request_invalid",
    message: expect.stringContaining(problem) as string,
  });
  expect(asked).toEqual([]);
});

it("bounds the request, the answer, and how long it takes", async () => {
  const url = `${origin}/large`;
  await expect(ask({ url }, { limits: { responseBytes: 2000 } })).rejects.toMatchObject({ code: "http_too_large" });
  await expect(ask({ url }, { limits: { requestLength: 10 } })).rejects.toMatchObject({ code: "http_too_large" });
  await expect(ask({ url }, { limits: { responseBytes: 4000 } })).resolves.toHaveLength(2);
  await expect(ask({ url: `${origin}/hold`, timeout_ms: 20 })).rejects.toThrow("no answer within 20 ms");
  await expect(ask({ url: `${origin}/hold`, timeout_ms: 9e9 }, { limits: { requestTime: 20 } })).rejects.toThrow(
    "within 20 ms",
  );
});

it("lets only so many wait at once, and takes the next one when one has its answer", async () => {
  const send = createHttpClient({ origins: [origin], limits: { requests: 2 } });
  const request = JSON.stringify({ url: `${origin}/hold/two` });
  const waiting = [send(request), send(request)];
  await expect.poll(() => heldAt("/hold/two"), { timeout: 20_000 }).toBe(2);
  await expect(send(request)).rejects.toMatchObject({ code: "http_request_limit" });
  for (const answer of held.get("/hold/two") ?? []) answer();
  await Promise.all(waiting);
  await expect(send(JSON.stringify({ url: `${origin}/none` }))).resolves.toBeInstanceOf(Uint8Array);
});

it("ends with its module", async () => {
  const controller = new AbortController();
  const send = createHttpClient({ origins: [origin], signal: controller.signal });
  const request = JSON.stringify({ url: `${origin}/hold/one` });
  const waiting = send(request);
  await expect.poll(() => heldAt("/hold/one"), { timeout: 20_000 }).toBe(1);
  controller.abort();
  await expect(waiting).rejects.toMatchObject({ code: "http_failed" });
  await expect(send(request)).rejects.toThrow("its module was stopped");
});

it("tells why a server cannot be reached", async () => {
  const closed = createServer();
  await new Promise<void>((resolve) => closed.listen(0, "127.0.0.1", resolve));
  const gone = `http://127.0.0.1:${(closed.address() as AddressInfo).port}`;
  await new Promise((resolve) => closed.close(resolve));
  await expect(ask({ url: gone }, { origins: [gone] })).rejects.toMatchObject({
    code: "http_failed",
    message: expect.stringContaining("ECONNREFUSED") as string,
  });
});

it("takes the platform's `fetch` from its embedder, and what browsers say of redirects", async () => {
  const fetch = async (): ReturnType<NonNullable<HttpAccess["fetch"]>> => ({
    status: 0,
    type: "opaqueredirect",
    headers: [],
    body: null,
  });
  await expect(ask({ url: origin }, { fetch })).rejects.toThrow("redirected");
});
