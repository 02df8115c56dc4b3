import type { Manifest } from "@rune/schema";
import { manifestInvalid } from "../messages.ts";
import { isVersion } from "./version.ts";

/** Checks the single fields that a schema cannot describe. */
export function checkFields(manifest: Manifest): void {
  for (const field of ["version", "runtime"] as const) {
    if (!isVersion(manifest[field])) throw manifestInvalid(`/${field}`, "must be a version such as 1.2.0");
  }
  const { name, locale } = manifest;
  if (name.trim() === "" || name.length > 256 || /[\p{Cc}\p{Cs}]/u.test(name)) {
    throw manifestInvalid("/name", "must be 1 to 256 printable characters");
  }
  if (locale !== undefined && !/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,8}$/.test(locale)) {
    throw manifestInvalid("/locale", "must be a language tag such as en-GB");
  }
}
