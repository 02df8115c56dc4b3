/** The part of JSON Schema (draft 2020-12) that Rune's formats use. */
export interface JsonSchema {
  $schema?: string;
  $id?: string;
  /** `#/$defs/` and the name of a definition, or only the name. */
  $ref?: string;
  $defs?: { [name: string]: JsonSchema };
  title?: string;
  description?: string;
  type?: string | string[];
  const?: unknown;
  enum?: unknown[];
  anyOf?: JsonSchema[];
  properties?: { [name: string]: JsonSchema };
  required?: string[];
  additionalProperties?: boolean | JsonSchema;
  prefixItems?: JsonSchema[];
  items?: boolean | JsonSchema;
  minItems?: number;
  maxItems?: number;
  minimum?: number;
  maximum?: number;
  maxLength?: number;
  pattern?: string;
}
