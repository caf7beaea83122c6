// First fence: fields whose name says that they hold a secret or a person.

export const censor = '[redacted]';

const sensitiveNames = new Set([
  'acceptedby', 'accesstoken', 'accountname', 'accountnumber', 'address', 'applicant', 'assertion', 'authorization',
  'body', 'clientassertion', 'clientsecret', 'cookie', 'dateofbirth', 'email', 'firstname', 'handoffurl', 'headers',
  'idempotencykey', 'lastname', 'masterkey', 'params', 'parameters', 'password', 'payee', 'payer', 'payload',
  'privatekey', 'secret', 'setcookie', 'sortcode', 'subject', 'token', 'totpsecret', 'values',
]); // prettier-ignore

// Deeper than anything we log; what lies below is not shown.
const maximumDepth = 6;

function redacted(value: unknown, depth: number): unknown {
  if (typeof value !== 'object' || value === null || value instanceof Error || value instanceof Date)
    return value;
  if (depth > maximumDepth) return censor;
  if (Array.isArray(value)) return value.map((item) => redacted(item, depth + 1));
  return redactFields(value as Record<string, unknown>, depth);
}

/** A copy of `fields` in which sensitive ones are censored, at any depth and in snake, camel or kebab case. */
export function redactFields(fields: Record<string, unknown>, depth = 0): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => {
      const sensitive = sensitiveNames.has(name.toLowerCase().replaceAll(/[_-]/g, ''));
      return [name, sensitive ? censor : redacted(value, depth + 1)];
    }),
  );
}
