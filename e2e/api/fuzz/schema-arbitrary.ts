// From a JSON Schema of the OpenAPI document to fast-check arbitraries: values that fit it, and values that
// almost do.
import fc from 'fast-check';

export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
  readonly items?: Schema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly format?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly examples?: readonly unknown[];
  readonly example?: unknown;
}

/** Finds what a `$ref` names. */
export type Resolve = (reference: string) => Schema;

function stringFor(schema: Schema): fc.Arbitrary<unknown> {
  switch (schema.format) {
    case 'date-time':
      return fc
        .date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
        .map((date) => date.toISOString());
    case 'date':
      return fc
        .date({ min: new Date('1950-01-01'), max: new Date('2020-01-01'), noInvalidDate: true })
        .map((date) => date.toISOString().slice(0, 10));
    case 'email':
      return fc.emailAddress();
    case 'uri':
      return fc.webUrl({ validSchemes: ['https'] });
    default:
  }
  const length = { minLength: schema.minLength ?? 0, maxLength: Math.min(schema.maxLength ?? 40, 600) };
  if (schema.pattern) return fc.stringMatching(new RegExp(schema.pattern), { size: 'small' });
  return fc.string({ ...length, unit: 'grapheme' });
}

function objectFor(schema: Schema, resolve: Resolve): fc.Arbitrary<unknown> {
  const entries = Object.entries(schema.properties ?? {});
  if (entries.length === 0 && typeof schema.additionalProperties === 'object') {
    return fc.dictionary(
      fc.string({ minLength: 1, maxLength: 12 }),
      fitting(schema.additionalProperties, resolve),
      {
        maxKeys: 5,
        noNullPrototype: true,
      },
    );
  }
  return fc.record(
    Object.fromEntries(entries.map(([name, property]) => [name, fitting(property, resolve)])),
    {
      requiredKeys: [...(schema.required ?? [])],
      noNullPrototype: true,
    },
  );
}

function byType(type: string | undefined, schema: Schema, resolve: Resolve): fc.Arbitrary<unknown> {
  switch (type) {
    case 'string':
      return stringFor(schema);
    case 'integer':
      return fc.integer({
        min: schema.minimum ?? -1000,
        max: Math.min(schema.maximum ?? 1_000_000, 2 ** 31 - 1),
      });
    case 'number':
      return fc.double({ min: schema.minimum ?? -1000, max: schema.maximum ?? 1_000_000, noNaN: true });
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case 'array':
      return fc.array(schema.items ? fitting(schema.items, resolve) : fc.jsonValue(), {
        minLength: schema.minItems ?? 0,
        maxLength: Math.min(schema.maxItems ?? 4, 8),
      });
    case 'object':
      return objectFor(schema, resolve);
    default:
      return fc.jsonValue({ maxDepth: 2 });
  }
}

/** Values that fit `schema`, its examples among them. */
export function fitting(schema: Schema, resolve: Resolve): fc.Arbitrary<unknown> {
  if (schema.$ref) return fitting(resolve(schema.$ref), resolve);
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  const alternatives = schema.anyOf ?? schema.oneOf;
  if (alternatives) return fc.oneof(...alternatives.map((alternative) => fitting(alternative, resolve)));
  const type = typeof schema.type === 'string' ? schema.type : schema.type?.[0];
  const generated = byType(type, schema, resolve);
  const examples = [...(schema.examples ?? []), ...(schema.example === undefined ? [] : [schema.example])];
  return examples.length === 0
    ? generated
    : fc.oneof({ arbitrary: fc.constantFrom(...examples), weight: 8 }, generated);
}

const strange = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    0,
    -1,
    1.5,
    1e308,
    '',
    ' ',
    '\u0000',
    '💷',
    [],
    {},
    [[]],
    'x'.repeat(700),
  ),
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.jsonValue({ maxDepth: 3 }),
);

/** `value` with one of its parts replaced, removed, or added. */
export function disturbed(value: unknown): fc.Arbitrary<unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return strange;
  const object = value as Record<string, unknown>;
  const names = Object.keys(object);
  const extra = fc
    .tuple(
      fc.oneof(
        fc.constantFrom('__proto__', 'constructor', 'id', 'status', 'extra'),
        fc.string({ maxLength: 8 }),
      ),
      strange,
    )
    .map(([name, part]) => Object.fromEntries([...Object.entries(object), [name, part]]));
  if (names.length === 0) return fc.oneof(strange, extra);
  const replaced = fc
    .constantFrom(...names)
    .chain((name) => disturbed(object[name]).map((part) => ({ ...object, [name]: part })));
  const removed = fc
    .constantFrom(...names)
    .map((name) => Object.fromEntries(Object.entries(object).filter(([other]) => other !== name)));
  return fc.oneof(strange, extra, { arbitrary: replaced, weight: 4 }, { arbitrary: removed, weight: 2 });
}
