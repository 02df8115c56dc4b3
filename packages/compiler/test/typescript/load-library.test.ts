import { expect, test } from "vitest";
import { librarySourceDigest } from "../../src/generated/library-source.ts";
import { loweredLibrary } from "../../src/generated/lowered-library.ts";
import { lowerLibraryToText } from "../../src/typescript/load-library.ts";

test("the build has left the library as it is lowered", () => {
  expect(loweredLibrary.digest).toBe(librarySourceDigest);
  expect(lowerLibraryToText() === loweredLibrary.graph).toBe(true);
});
