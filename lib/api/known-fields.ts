// The names that a body of an operation may have, read from its schema once.
import { z } from 'zod';
import type { Operation } from './operation';

const namesOfOperations = new WeakMap<Operation, ReadonlySet<string>>();

function collect(schema: unknown, names: Set<string>): void {
  if (typeof schema !== 'object' || schema === null) return;
  const { properties } = schema as { properties?: Record<string, unknown> };
  for (const name of Object.keys(properties ?? {})) names.add(name);
  for (const inner of Object.values(schema)) collect(inner, names);
}

/** Every field name of the operation's body, at any depth. */
export function knownFields(operation: Operation): ReadonlySet<string> {
  const known = namesOfOperations.get(operation);
  if (known) return known;
  const names = new Set<string>();
  if (operation.kind === 'change' && operation.body) {
    collect(z.toJSONSchema(operation.body, { io: 'input', unrepresentable: 'any' }), names);
  }
  namesOfOperations.set(operation, names);
  return names;
}
