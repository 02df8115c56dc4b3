import { checkedName } from "../html/index.ts";
import type { CheckedText } from "./check-views.ts";
import { writeImport } from "./check-views.ts";
import { messages } from "./messages.ts";
import { diagnoseRange, type SourceText } from "./source-text.ts";

/** Data that is longer than this is made, not written, and its type would be read longer than its program. */
const MAX_LENGTH = 100_000;

/** A page's `data.json` as what it assigns to the variables of these names of a controller. JSON is TypeScript, so that places stay what they are. */
export function checkData(source: SourceText, names: readonly string[], controller: string): CheckedText[] {
  if (names.length === 0 || source.text.length > MAX_LENGTH) return [];
  const members = names.map((name) => `${JSON.stringify(name)}: typeof ${checkedName(name)};`);
  const specifiers = names.map((name) => `${name} as ${checkedName(name)}`);
  // What has no variable is said elsewhere.
  const type = `{ ${members.join(" ")} [other: string]: any }`;
  return [
    {
      name: `data of ${source.file}`,
      file: source.file,
      header: `${writeImport(specifiers, controller, source.file)}const $data: ${type} = `,
      text: source.text.replace(/^\uFEFF/, " "),
      explain: (findings) =>
        findings.flatMap((finding) => {
          if (finding.type !== "value" || finding.start < 0) return [];
          const message = messages.app_data_value(finding.reason, finding.isExcess);
          return [diagnoseRange(message, source, finding.start, finding.end)];
        }),
    },
  ];
}
