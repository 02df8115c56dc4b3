import type { HostFunction, HostValueType } from "./host-functions.ts";
import type { JavascriptFunction, JavascriptValueType } from "./javascript-functions.ts";

const references: Readonly<Record<HostValueType, JavascriptValueType>> = {
  i32: "int",
  i64: "number",
  f64: "number",
  bool: "boolean",
  text: "string",
  "text?": "string?",
  utf8: "string",
  "utf8?": "string?",
  bytes: "host",
  "bytes?": "host?",
};

/** A host function as modules import it by reference; one that suspends gives a promise there. */
export function describeReference({ parameters, result, suspends }: HostFunction): JavascriptFunction {
  const described: JavascriptFunction = { parameters: parameters.map((type) => references[type]) };
  if (suspends) described.result = "host";
  else if (result !== undefined) described.result = references[result];
  return described;
}
