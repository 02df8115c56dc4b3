import type { ModuleAbi } from "@rune/schema";
import type { CompileModuleInput, CompileModuleOptions, CompileModuleResult } from "../assemblyscript/index.ts";

/** A compiler of one source language to one ABI. */
export interface Engine {
  name: string;
  abi: ModuleAbi;
  /** Files that it compiles end with this. */
  suffix: string;
  compile(input: CompileModuleInput, options?: CompileModuleOptions): Promise<CompileModuleResult>;
}
