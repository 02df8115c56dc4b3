export { decodeMappings, encodeMappings } from "./mappings.ts";
export type { SourceMappings } from "./mappings.ts";
export type { CodePosition, Position } from "./position.ts";
export { INLINE_MAP, SOURCE_MAP_SECTION, moduleName } from "./source-map.ts";
export type { SourceMap } from "./source-map.ts";
export { createStackMapper } from "./stack-mapper.ts";
export type { MappedStack, StackMapper, StackMapperOptions, StackPlace } from "./stack-mapper.ts";
