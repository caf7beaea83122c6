import { ChevronRight } from 'lucide-react';
import { MarkedText } from '@/components/docs/marked-text';
import type { Field, Schema } from './document';
import { typeOf, withoutNull } from './example';

type Resolve = (schema: Schema) => Schema;

const deepest = 4;

/** `array of string`, `integer`, `date-time`; "or null" where null is allowed. */
function typeWords(schema: Schema, resolve: Resolve): string {
  const plain = withoutNull(schema, resolve);
  const type = typeOf(plain);
  const words =
    type === 'array' && plain.items
      ? `array of ${typeWords(plain.items, resolve)}`
      : (plain.format ?? type ?? 'any');
  const original = resolve(schema);
  const nullable =
    (Array.isArray(original.type) && original.type.includes('null')) ||
    [...(original.anyOf ?? []), ...(original.oneOf ?? [])].some((option) => resolve(option).type === 'null');
  return nullable ? `${words} or null` : words;
}

/** "1–100", "at most 64 characters", the allowed values. */
function rules(schema: Schema): string[] {
  const { minimum, maximum, minLength, maxLength, default: fallback } = schema;
  const grouped = (value: number) => value.toLocaleString('en-GB');
  return [
    minimum !== undefined && maximum !== undefined && maximum < Number.MAX_SAFE_INTEGER
      ? `${grouped(minimum)} to ${grouped(maximum)}`
      : '',
    minLength !== undefined && minLength > 1 && maxLength !== undefined
      ? `${minLength} to ${maxLength} characters`
      : maxLength !== undefined
        ? `at most ${maxLength} characters`
        : '',
    fallback !== undefined ? `default ${JSON.stringify(fallback)}` : '',
  ].filter((rule) => rule !== '');
}

/** The members of an object, or of the objects in a list. */
function membersOf(schema: Schema, resolve: Resolve): Field[] {
  const plain = withoutNull(schema, resolve);
  if (typeOf(plain) === 'array' && plain.items) return membersOf(plain.items, resolve);
  return Object.entries(plain.properties ?? {}).map(([name, member]) => ({
    name,
    required: plain.required?.includes(name) ?? false,
    schema: member,
    description: withoutNull(member, resolve).description,
  }));
}

interface SchemaFieldsProps {
  readonly fields: readonly Field[];
  readonly resolve: Resolve;
  /** In an answer "required" means "always there" and would only be noise. */
  readonly showRequired: boolean;
  readonly depth?: number;
}

/** Fields with type, rules and meaning; objects open in place. */
export function SchemaFields({ fields, resolve, showRequired, depth = 0 }: SchemaFieldsProps) {
  return (
    <ul className="mt-2! max-w-none! list-none! divide-y divide-line border-t border-line pl-0!">
      {fields.map((field) => {
        const plain = withoutNull(field.schema, resolve);
        const members = depth < deepest ? membersOf(field.schema, resolve) : [];
        const values = (plain.enum ?? [])
          .filter((value) => value !== null)
          .map((value) => (typeof value === 'string' ? value : JSON.stringify(value)));
        const noted = rules(plain);
        return (
          <li key={field.name} className="mt-0! py-2.5 text-14">
            <p className="flex flex-wrap items-baseline gap-x-2.5 leading-5.5">
              <span className="font-mono text-13 font-medium break-all text-ink">{field.name}</span>
              <span className="text-13 text-ink-muted">{typeWords(field.schema, resolve)}</span>
              {showRequired && field.required && (
                <span className="text-12 font-medium text-caution">required</span>
              )}
            </p>
            {field.description !== undefined && (
              <p className="text-ink-soft">
                <MarkedText>{field.description}</MarkedText>
              </p>
            )}
            {noted.length > 0 && <p className="text-13 text-ink-muted">{noted.join('; ')}</p>}
            {values.length > 0 && (
              <p className="mt-1 flex flex-wrap gap-1">
                {values.map((value) => (
                  <code key={value}>{value}</code>
                ))}
              </p>
            )}
            {members.length > 0 && (
              <details className="group/fields mt-1">
                <summary className="inline-flex min-h-6 cursor-pointer list-none items-center gap-1 rounded-control text-13 text-accent [&::-webkit-details-marker]:hidden">
                  <ChevronRight
                    aria-hidden
                    className="size-3.5 transition-transform group-open/fields:rotate-90"
                  />
                  Fields of <span className="font-mono">{field.name}</span>
                </summary>
                <div className="mt-1 border-l border-line pl-4">
                  <SchemaFields
                    fields={members}
                    resolve={resolve}
                    showRequired={showRequired}
                    depth={depth + 1}
                  />
                </div>
              </details>
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** The members of a body, or nothing when it has none to show. */
export function BodyFields({
  schema,
  resolve,
  showRequired,
}: {
  schema: Schema;
  resolve: Resolve;
  showRequired: boolean;
}) {
  return <SchemaFields fields={membersOf(schema, resolve)} resolve={resolve} showRequired={showRequired} />;
}
