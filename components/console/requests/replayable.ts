// A logged request as a call that can be sent again. Persons were never stored: they are played by sandbox people.
import { freshKey, isCallable, type SandboxCall } from '@/components/sandbox-call/sandbox-call';
import type { RequestDetail } from '@/lib/request-log';

const redacted = 'redacted';

/** Who stands in for a person that was redacted, by the field's name. */
const sandboxPeople: Readonly<Record<string, unknown>> = {
  applicant: { email: 'ada@healthy.example', first_name: 'Ada' },
  payee: { account_name: 'Healthy Ltd', sort_code: '12-34-56', account_number: '00000001' },
  subject: {
    first_name: 'Ada',
    last_name: 'Pass',
    date_of_birth: '1990-01-31',
    address: { line1: '1 High Street', city: 'London', postcode: 'EC1A 1BB', country: 'GB' },
  },
};

function withPeople(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(withPeople);
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [
      name,
      inner === redacted && Object.hasOwn(sandboxPeople, name) ? sandboxPeople[name] : withPeople(inner),
    ]),
  );
}

type Logged = Pick<RequestDetail, 'method' | 'path' | 'request_headers' | 'request_body' | 'request_body_note' | 'client_id'>; // prettier-ignore

/** Undefined for what cannot be sent again: calls of the token plane, and bodies that were not kept whole. */
export function replayable(logged: Logged): SandboxCall | undefined {
  const { method, path, request_body: body, request_body_note: note } = logged;
  if (!isCallable(method) || path.startsWith('/partner/v1/oauth/')) return undefined;
  if (note !== 'whole' && note !== 'empty') return undefined;
  return {
    method,
    path,
    body: body === null ? '' : JSON.stringify(withPeople(JSON.parse(body)), null, 2),
    // The old key would only fetch the old answer. One that was refused earlier still stands in the headers.
    idempotencyKey: logged.request_headers.some(([name]) => name === 'idempotency-key') ? freshKey() : '',
    clientId: logged.client_id ?? undefined,
  };
}
