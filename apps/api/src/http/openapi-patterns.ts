import * as contract from '@cadre/contract';
import { getMetadataStorage } from 'class-validator';

/** The part of an OpenAPI document that describes the shapes. */
interface Described {
  readonly components?: { readonly schemas?: Readonly<Record<string, unknown>> };
}

interface Schema {
  readonly properties?: Readonly<Record<string, Schema>>;
  items?: Schema;
  type?: string;
  pattern?: string;
  additionalProperties?: boolean;
}

/** Adds to a document what only the validator knows: patterns kept as constants, whole numbers, and that requests take no other fields. */
export function withPatterns<D extends Described>(document: D): D {
  const classes = Object.values(contract).filter((it) => typeof it === 'function');
  for (const [name, described] of Object.entries(document.components?.schemas ?? {})) {
    const schema = described as Schema;
    const request = classes.find((it) => it.name === name);
    if (!request || !schema.properties) continue;
    const rules = getMetadataStorage().getTargetValidationMetadatas(request, '', true, false);
    if (rules.length > 0) schema.additionalProperties = false;
    for (const { name: rule, propertyName, constraints, each } of rules) {
      const property = schema.properties[propertyName];
      if (!property) continue;
      if (rule === 'isInt') property.type = 'integer';
      if (rule === 'matches') (each ? property.items! : property).pattern = (constraints![0] as RegExp).source;
    }
  }
  return document;
}
