// oxlint-disable-next-line typescript/triple-slash-reference -- it declares globals.
/// <reference path="../../../src/typescript/library/intrinsics.d.ts" />
// oxlint-disable-next-line typescript/triple-slash-reference -- the same.
/// <reference path="../../../src/typescript/library/intrinsics-opaque.d.ts" />
// oxlint-disable-next-line typescript/triple-slash-reference -- the same.
/// <reference path="../../../src/typescript/library/intrinsics-typed.d.ts" />
import { typedIntrinsics } from "./shim/typed.ts";
import { arrayIntrinsics } from "./shim/arrays.ts";
import { hostIntrinsics } from "./shim/host.ts";
import { kindIntrinsics } from "./shim/kinds.ts";
import { numberIntrinsics } from "./shim/numbers.ts";
import { opaqueIntrinsics } from "./shim/opaque.ts";
import { defineSymbolNames, propertyIntrinsics } from "./shim/properties.ts";
import { stringIntrinsics } from "./shim/strings.ts";

/** Everything that the library's source can name, with JavaScript's means; defined globally so that its modules run in Node. */
export const intrinsics: Readonly<Record<string, unknown>> = {
  ...numberIntrinsics,
  ...stringIntrinsics,
  ...kindIntrinsics,
  ...arrayIntrinsics,
  ...propertyIntrinsics,
  ...typedIntrinsics,
  ...hostIntrinsics,
  ...opaqueIntrinsics,
};

Object.assign(globalThis, intrinsics);
defineSymbolNames();
