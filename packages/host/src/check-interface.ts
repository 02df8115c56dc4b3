import { moduleInterfaceSchema, validate } from "@rune/schema";

/** What is wrong with the interface of a module, if anything is. */
export function checkInterface(value: unknown): string | undefined {
  const [issue] = validate(moduleInterfaceSchema, value);
  return issue && `${issue.path} ${issue.message}`.trimStart();
}
