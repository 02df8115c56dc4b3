import type { Diagnostic } from "@rune/schema";
import type { PageContext } from "../page-context.ts";
import type { Span } from "../reporter.ts";
import type { CheckedUse, CheckPlace } from "./generate-check.ts";
import { generateCheck } from "./generate-check.ts";
import { createReporter } from "../reporter.ts";
import type { Message } from "../message.ts";
import type { ViewFinding } from "./finding.ts";
import {
  impossibleComparison,
  keyIsObject,
  missingProperty,
  notAList,
  wrongArgument,
  wrongModel,
  wrongOperand,
  wrongOption,
  wrongProp,
} from "./messages.ts";

/** What is to be checked of a view by whoever knows the types of the names around it. */
export interface ViewCheck {
  /** Name of the view. */
  view: string;
  /** What it does with values, as TypeScript in which `checkedName` says what names are called. */
  text: string;
  /** Names that it may take from around it. */
  names: ReadonlySet<string>;
  /** The components that it gives values; the text numbers them so. */
  uses: readonly CheckedUse[];
  /** Says in the author's places and words what was found in the text. */
  explain: (findings: readonly ViewFinding[]) => Diagnostic[];
}

/** Prepares the check of a view that has been transformed. */
export function createViewCheck({ name, checks, source }: PageContext, file: string): ViewCheck {
  const { text, places, names, uses } = generateCheck(checks);
  return {
    view: name,
    text,
    names,
    uses,
    explain(findings) {
      const reporter = createReporter(file, source);
      for (const finding of findings) {
        const span = locate(places, finding);
        const message = describe(finding);
        if (span && message) reporter.report(message, span);
      }
      return reporter.list();
    },
  };
}

/** The innermost place that a stretch of the text lies in. */
function locate(places: readonly CheckPlace[], { start, end }: { start: number; end: number }): Span | undefined {
  let found: CheckPlace | undefined;
  for (const place of places) {
    if (place.start > start || place.end < end) continue;
    if (!found || place.end - place.start < found.end - found.start) found = place;
  }
  return found?.source;
}

function describe(finding: ViewFinding): Message | undefined {
  switch (finding.type) {
    case "property":
      return missingProperty(finding);
    case "argument":
      return wrongArgument(finding);
    case "comparison":
      return impossibleComparison(finding);
    case "list":
      return notAList(finding);
    case "key":
      return keyIsObject(finding.given);
    case "operand":
      return wrongOperand(finding.given);
    case "prop":
      return wrongProp(finding);
    case "value":
      return undefined;
    case "model":
      return wrongModel(finding.given, finding.entered);
    case "option":
      return wrongOption(finding);
  }
}
