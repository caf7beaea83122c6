// Makes a plausible JSON value from a schema, for the samples of the reference.
import { isCallable, type SandboxCall } from '@/components/sandbox-call/sandbox-call';
import type { Operation, Schema } from './document';

type Resolve = (schema: Schema) => Schema;

const deepest = 8;

/** Without `null`, where a schema allows it beside something else. */
export function withoutNull(schema: Schema, resolve: Resolve): Schema {
  const resolved = resolve(schema);
  const options = resolved.anyOf ?? resolved.oneOf;
  if (options === undefined) return resolved;
  const first = options.map(resolve).find((option) => option.type !== 'null');
  return first === undefined
    ? resolved
    : { ...resolved, ...withoutNull(first, resolve), ...describe(resolved) };
}

function describe({ description }: Schema) {
  return description === undefined ? {} : { description };
}

/** The type of a schema that is not `null`. */
export function typeOf(schema: Schema): string | undefined {
  return typeof schema.type === 'string' ? schema.type : schema.type?.find((type) => type !== 'null');
}

/** `all`: optional members too; otherwise required ones and those that have an example. */
export function exampleOf(schema: Schema, resolve: Resolve, all: boolean, depth = 0): unknown {
  const plain = withoutNull(schema, resolve);
  const given = plain.example ?? plain.examples?.[0] ?? plain.const ?? plain.enum?.[0] ?? plain.default;
  if (given !== undefined) return given;
  switch (typeOf(plain)) {
    case 'object': {
      if (depth > deepest) return {};
      const shown = Object.entries(plain.properties ?? {}).filter(
        ([name, member]) =>
          all || plain.required?.includes(name) || withoutNull(member, resolve).example !== undefined,
      );
      return Object.fromEntries(
        shown.map(([name, member]) => [name, exampleOf(member, resolve, all, depth + 1)]),
      );
    }
    case 'array':
      return plain.items && depth < deepest ? [exampleOf(plain.items, resolve, all, depth + 1)] : [];
    case 'integer':
    case 'number':
      // A schema of safe integers has a minimum that nobody would send.
      return plain.minimum !== undefined && plain.minimum > 0 ? plain.minimum : 1;
    case 'boolean':
      return false;
    case 'string':
      return plain.format === 'date-time' ? '2026-11-22T17:40:00Z' : '…';
    default:
      return null;
  }
}

const needsKey = ({ parameters }: Operation) =>
  parameters.some(({ name, required }) => required && name === 'Idempotency-Key');

/** The operation as a `curl` call. */
export function curlOf(operation: Operation, origin: string, resolve: Resolve): string {
  // curl posts by itself what has a body, and reads what has none.
  const implied = operation.method === (operation.body ? 'POST' : 'GET');
  const lines = [`curl ${implied ? '' : `--request ${operation.method} `}${origin}${operation.path}`];
  if (operation.access === 'token') lines.push(`--header "Authorization: Bearer $TOKEN"`);
  const form = operation.body?.contentType === 'application/x-www-form-urlencoded';
  if (operation.access === 'client') lines.push('--user "$CLIENT_ID:$CLIENT_SECRET"');
  if (needsKey(operation)) lines.push('--header "Idempotency-Key: …"');
  if (operation.body) {
    const body = exampleOf(operation.body.schema, resolve, false);
    if (form)
      lines.push(
        ...Object.entries(body as Record<string, string>).map(([name, value]) => `--data ${name}=${value}`),
      );
    else lines.push(`--json '${JSON.stringify(body, null, 2)}'`);
  }
  return lines.join(' \\\n  ');
}

/** The operation as a call that a reader can send in his sandbox; undefined for the token plane and what needs no token. */
export function callOf(operation: Operation, resolve: Resolve): Omit<SandboxCall, 'clientId'> | undefined {
  const { method, path, body, access } = operation;
  if (access !== 'token' || !isCallable(method) || path.startsWith('/partner/v1/oauth/')) return undefined;
  return {
    method,
    path,
    body: body ? JSON.stringify(exampleOf(body.schema, resolve, false), null, 2) : '',
    idempotencyKey: needsKey(operation) ? 'fresh' : '', // made in the browser
  };
}
