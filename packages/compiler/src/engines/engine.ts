import type { ModuleAbi } from "@rune/schema";
import type { CompileModuleInput, CompileModuleOptions, CompileModuleResult } from "./compiled-module.ts";

/** Compiles a module. */
export type CompileSource = (input: CompileModuleInput, options?: CompileModuleOptions) => Promise<CompileModuleResult>;

/** A compiler of one source language to one ABI. */
export interface Engine {
  name: string;
  abi: ModuleAbi;
  /** Files that it compiles end with this. */
  suffix: string;
  compile: CompileSource;
  /** Starts to compile modules of one project again and again, if that makes a difference. */
  createSession?(): CompileSource;
}
