import { sealPackage, type SealedPackage } from "@rune/archive";
import { compileSource } from "@rune/compiler/engines";
import { compileApp } from "@rune/compiler/package";
import type { CapabilityRequest } from "@rune/schema";

/** Compiles an app of files, as `pages/home/index.html`, as its author's build does. */
export async function compileTestApp(
  files: Readonly<Record<string, string>>,
  capabilities: CapabilityRequest[] = [],
  locale?: string,
): Promise<SealedPackage> {
  const encoder = new TextEncoder();
  const source = {
    directory: "app",
    files: new Map(Object.entries(files).map(([path, text]) => [path, encoder.encode(text)] as const)),
  };
  const { output, diagnostics } = await compileApp(source, {
    id: "test-app",
    name: "Test app",
    version: "1.0.0",
    routing: "path",
    capabilities,
    locale,
    release: false,
    compileModule: compileSource,
  });
  if (!output) throw new Error(diagnostics.map(({ file, message }) => `${file}: ${message}`).join("\n"));
  return sealPackage(output.draft, output.files);
}

/** Compiles an app of one page with a controller. */
export function compileTestPage(html: string, controller: string): Promise<SealedPackage> {
  return compileTestApp({ "pages/home/index.html": html, "pages/home/controller.ts": controller });
}
