import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createServer, type ViteDevServer } from "vite";
import runeView from "unplugin-rune-view/vite";
import { afterEach, beforeEach, expect, it } from "vitest";

let folder: string;
let server: ViteDevServer;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "rune-view-server-"));
  mkdirSync(join(folder, "project/..parts"), { recursive: true });
  writeFileSync(join(folder, "card.html"), `<p>topsecret</p>`);
  writeFileSync(join(folder, "project/card.html"), `<p>open</p>`);
  writeFileSync(join(folder, "project/..parts/card.html"), `<p>open</p>`);
  server = await createServer({
    configFile: false,
    root: join(folder, "project"),
    logLevel: "silent",
    plugins: [runeView()],
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
  const response = await fetch(`http://127.0.0.1:${port}/@fs${join(folder, path)}?view&import`);
  return { status: response.status, text: await response.text() };
}

it("gives a development server nothing from outside of the folders that it may serve", async () => {
  expect((await request("project/card.html")).text).not.toContain("server.fs.allow");
  expect((await request("project/..parts/card.html")).text).not.toContain("server.fs.allow");
  const { status, text } = await request("card.html");
  expect(status).toBeGreaterThanOrEqual(400);
  expect(text).toContain("server.fs.allow");
  expect(text).not.toContain("topsecret");
});
