import { Error, TypeError } from "./error.ts";

/** The names that had numbers before errors had names, by their number. */
const NUMBERED: readonly string[] = [
  "",
  "IndexSizeError",
  "",
  "HierarchyRequestError",
  "WrongDocumentError",
  "InvalidCharacterError",
  "",
  "NoModificationAllowedError",
  "NotFoundError",
  "NotSupportedError",
  "InUseAttributeError",
  "InvalidStateError",
  "SyntaxError",
  "InvalidModificationError",
  "NamespaceError",
  "InvalidAccessError",
  "",
  "TypeMismatchError",
  "SecurityError",
  "NetworkError",
  "AbortError",
  "URLMismatchError",
  "QuotaExceededError",
  "TimeoutError",
  "InvalidNodeTypeError",
  "DataCloneError",
];

/** `DOMException`: the error of the web platform, which is told apart by its name. */
export class DOMException extends Error {
  constructor(message?: string, name?: string) {
    super(message);
    this.name = $isUndefined(name) ? "Error" : `${name}`;
  }

  static override ["@@call"](): never {
    throw new TypeError("Class constructor DOMException cannot be invoked without 'new'");
  }

  get code(): number {
    const { name } = this;
    for (let code = 1; code < NUMBERED.length; code++) if ($arrayGet(NUMBERED, code) === name) return code;
    return 0;
  }
}
