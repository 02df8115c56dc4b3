/**
 * Where the intermediate form, as JavaScript again, is known to do something else than the module, and why. What comes out differently and is
 * not listed here is an error, and so is what is listed and does not.
 */
export const differences: Readonly<Record<string, readonly string[]>> = {
  // Arrays have no holes.
  "cases/array-sort.ts": ["holesGoAfterUndefined"],
  "cases/arrays-basic.ts": ["holesInCallbacks"],
  // Classes have no names there, which V8's messages tell.
  "cases/freezing.ts": ["instancesThatFreezeThemselves"],
  "cases/keys-at-run-time.ts": ["assigningToAGetter", "frozenInstances", "settersAndGettersOnly"],
  "cases/for-in.ts": ["keysOfAnArrayAreText"],
  "cases/spread.ts": ["holesBecomeUndefined"],
  "cases/structured-clone.ts": ["undefinedFieldsAndHolesStay"],
  // Which symbol a property is named by is only known to what comes after the intermediate form.
  "cases/computed-keys.ts": ["symbolKeysAreHidden"],
  "cases/symbol-keys.ts": ["deleted", "dyn", "omitted", "optional", "plainDictionary"],
  "cases/symbols-iterator.ts": [
    "methodsCalledThroughSymbols",
    "onlyTaggedObjectsHaveATag",
    "symbolsAsPropertyKeys",
    "uniqueSymbolsAsBrands",
  ],
};
