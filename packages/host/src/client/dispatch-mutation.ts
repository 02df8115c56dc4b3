import { findNearest, isRuneError, mutationSchema, validate, type Mutation } from "@rune/schema";
import { quote } from "../quote.ts";
import { reasonOf } from "../reason.ts";
import type { ClientFunctionOptions } from "./create-client-functions.ts";
import type { ClientLimits } from "./client-limits.ts";
import {
  mutationFailed,
  mutationMalformed,
  mutationTooLarge,
  mutationTypeUnknown,
  navigationDenied,
} from "./messages.ts";

/** Batches inside batches whose types are told by name. */
const MAX_DEPTH = 64;

/**
 * The routed host function under one of its names: JSON in, a mutation out. Whatever is wrong with it is reported, and the
 * guest goes on.
 */
export function createDispatch(
  options: Pick<ClientFunctionOptions, "entry" | "dispatch" | "report">,
  limits: ClientLimits,
  name: string,
): (payload: string) => void {
  return (payload) => {
    try {
      options.dispatch(readMutation(options.entry, limits, name, payload));
    } catch (error) {
      options.report(isRuneError(error) ? error : mutationFailed(name, payload, error));
    }
  };
}

function readMutation(
  { file, capabilities }: ClientFunctionOptions["entry"],
  limits: ClientLimits,
  name: string,
  payload: string,
): Mutation {
  if (payload.length > limits.mutationLength) throw mutationTooLarge(name, payload.length, limits.mutationLength);
  const value = parse(name, payload);
  checkTypes(name, payload, value);
  const [issue] = validate(mutationSchema, value);
  if (issue)
    throw mutationMalformed(name, payload, issue.path === "" ? issue.message : `${quote(issue.path)} ${issue.message}`);
  const mutation = value as Mutation;
  const navigation = capabilities.includes("navigation") ? undefined : findNavigation(mutation);
  if (navigation !== undefined) throw navigationDenied(file, name, navigation);
  return mutation;
}

function parse(name: string, payload: string): unknown {
  try {
    return JSON.parse(payload);
  } catch (error) {
    throw mutationMalformed(name, payload, reasonOf(error));
  }
}

/** Tells an unknown type by its name, which the schema would tell as "none of the allowed forms". */
function checkTypes(name: string, payload: string, value: unknown, depth = 0): void {
  // Deeper batches are left to the schema check, which refuses them.
  if (depth > MAX_DEPTH) return;
  if (typeof value !== "object" || value === null || !("type" in value) || typeof value.type !== "string") return;
  const { type } = value;
  const types = listTypes();
  if (!types.includes(type)) throw mutationTypeUnknown(name, payload, type, findNearest(type, types));
  if (type === "Batch" && "mutations" in value && Array.isArray(value.mutations)) {
    for (const inner of value.mutations) checkTypes(name, payload, inner, depth + 1);
  }
}

function listTypes(): string[] {
  const { Mutation: union } = mutationSchema.$defs ?? {};
  return (union?.anyOf ?? []).flatMap(({ properties }) => {
    const tag = properties?.["type"]?.const;
    return typeof tag === "string" ? [tag] : [];
  });
}

function findNavigation(mutation: Mutation): string | undefined {
  if (mutation.type === "Navigate" || mutation.type === "NavigateBack") return mutation.type;
  if (mutation.type !== "Batch") return undefined;
  for (const inner of mutation.mutations) {
    const found = findNavigation(inner);
    if (found !== undefined) return found;
  }
  return undefined;
}
