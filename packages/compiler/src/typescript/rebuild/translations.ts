import type { CompileModuleInput } from "../../engines/compiled-module.ts";
import type { TranslateOptions, TranslateResult } from "../translate.ts";

/** Translations that have been checked, and are to be optimised once all of an app has been. */
export interface Translations {
  /** Translates, and keeps what came of it. */
  keep(input: CompileModuleInput, options: TranslateOptions, translate: Translate): TranslateResult;
  /** Hands out what was kept, if nothing that went into it has changed; otherwise translates. */
  take(input: CompileModuleInput, options: TranslateOptions, translate: Translate): TranslateResult;
}

type Translate = (input: CompileModuleInput) => TranslateResult;

interface Kept {
  /** Files that were read, and those that were not there. */
  reads: ReadonlyMap<string, string | undefined>;
  result: TranslateResult;
}

export function createTranslations(): Translations {
  const kept = new Map<string, Kept>();
  const keyOf = ({ file, source }: CompileModuleInput, options: TranslateOptions): string =>
    JSON.stringify([file, source, options]);
  return {
    keep(input, options, translate) {
      const reads = new Map<string, string | undefined>();
      const readFile = (path: string): string | undefined => {
        const text = input.readFile(path);
        reads.set(path, text);
        return text;
      };
      const result = translate({ ...input, readFile });
      if (result.translated) kept.set(keyOf(input, options), { reads, result });
      return result;
    },
    take(input, options, translate) {
      const key = keyOf(input, options);
      const known = kept.get(key);
      kept.delete(key);
      const isSame = known && [...known.reads].every(([path, text]) => input.readFile(path) === text);
      return isSame ? known.result : translate(input);
    },
  };
}
