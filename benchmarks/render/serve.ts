import { existsSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";

/** A server of built candidates, each at an origin of its own. */
export interface CandidateServer {
  origin(name: string): string;
  close(): void;
}

const types: Readonly<Record<string, string>> = {
  ".css": "text/css",
  ".html": "text/html",
  ".js": "text/javascript",
  ".json": "application/json",
  ".wasm": "application/wasm",
};

function isFile(path: string): boolean {
  return existsSync(path) && statSync(path).isFile();
}

/** Serves folders by name from memory, as static hosts do: a folder is its `index.html`, and what is nothing is the app's page. */
export async function serveCandidates(folders: ReadonlyMap<string, string>): Promise<CandidateServer> {
  const read = new Map<string, Buffer>();
  const server = createServer((request, response) => {
    const { hostname, pathname } = new URL(request.url ?? "/", `http://${request.headers.host}`);
    const folder = folders.get(hostname.split(".")[0] ?? "");
    if (folder === undefined) {
      response.writeHead(404).end();
      return;
    }
    const wanted = join(folder, pathname);
    const found = [wanted, join(wanted, "index.html")].find((path) => path.startsWith(folder) && isFile(path));
    const file = found ?? join(folder, "index.html");
    const bytes = read.get(file) ?? readFileSync(file);
    read.set(file, bytes);
    response.setHeader("content-type", types[extname(file)] ?? "application/octet-stream");
    response.end(bytes);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: (name) => `http://${name}.localhost:${port}`,
    close: () => server.close(),
  };
}
