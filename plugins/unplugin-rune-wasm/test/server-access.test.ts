import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createServer, type ViteDevServer } from "vite";
import runeWasm from "unplugin-rune-wasm/vite";
import { afterEach, beforeEach, expect, it } from "vitest";

let folder: string;
let server: ViteDevServer;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "rune-wasm-server-"));
  mkdirSync(join(folder, "project/..parts"), { recursive: true });
  writeFileSync(join(folder, "math.as.ts"), `export function topsecret(): i32 { return 1; }`);
  writeFileSync(join(folder, "project/math.as.ts"), `export function open(): i32 { return 1; }`);
  writeFileSync(join(folder, "project/..parts/math.as.ts"), `export function open(): i32 { return 1; }`);
  server = await createServer({
    configFile: false,
    root: join(folder, "project"),
    logLevel: "silent",
    plugins: [runeWasm()],
    server: { host: "127.0.0.1", port: 0, fs: { allow: [join(folder, "project")] } },
  });
  await server.listen(0);
});
afterEach(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

async function request(path: string): Promise<{ status: number; text: string }> {
  const address = server.httpServer?.address();
  const port = typeof address === "object" ? address?.port : undefined;
  const response = await fetch(`http://127.0.0.1:${port}/@fs${join(folder, path)}?wasm&import`);
  return { status: response.status, text: await response.text() };
}

it("gives a development server nothing from outside of the folders that it may serve", async () => {
  expect((await request("project/math.as.ts")).text).not.toContain("server.fs.allow");
  expect((await request("project/..parts/math.as.ts")).text).not.toContain("server.fs.allow");
  const { status, text } = await request("math.as.ts");
  expect(status).toBeGreaterThanOrEqual(400);
  expect(text).toContain("server.fs.allow");
  expect(text).not.toContain("topsecret");
});
