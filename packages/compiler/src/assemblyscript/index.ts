export { compileModule } from "./compile.ts";
