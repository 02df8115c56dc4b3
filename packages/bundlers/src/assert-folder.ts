/**
 * For bundlers that take what follows a `?` for a query, wherever it stands.
 *
 * @throws Error that names what to rename, where they would find no file
 */
export function assertFolder(bundler: string, folder: string): void {
  if (!folder.includes("?")) return;
  throw new Error(`rune: ${bundler} finds no files in a folder with \`?\` in its path; rename ${folder}`);
}
