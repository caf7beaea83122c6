// Calls the token plane as a program does: a form, and a client that authenticates.
import { callRoute, type RouteAnswer } from './call-route';

type Handler = Parameters<typeof callRoute>[0];

export type FormFields = Readonly<Record<string, string>> | readonly (readonly [string, string])[];

export interface FormCall {
  /** Fields to encode, or the body as it is to go. */
  readonly form?: FormFields | string | Uint8Array;
  readonly headers?: readonly (readonly [string, string])[];
  readonly method?: string;
  readonly path?: string;
  /** Default: an address of its own for every call, so that no bucket is shared by accident. */
  readonly address?: string;
}

let calls = 0;

/** An IPv4 address that no other call of this file used. */
export function freshAddress(): string {
  calls += 1;
  return `10.${(calls >> 16) & 255}.${(calls >> 8) & 255}.${calls & 255}`;
}

/** `Authorization: Basic` as RFC 6749 §2.3.1 has it. */
export function basic(clientId: string, secret: string): [string, string] {
  const joined = `${encodeURIComponent(clientId)}:${encodeURIComponent(secret)}`;
  return ['authorization', `Basic ${Buffer.from(joined).toString('base64')}`];
}

/** POSTs a form to a handler of the token plane. */
export function postForm(handler: Handler, call: FormCall): Promise<RouteAnswer> {
  const { form = {}, headers = [] } = call;
  const body =
    typeof form === 'string' || form instanceof Uint8Array
      ? form
      : new URLSearchParams(
          Array.isArray(form) ? [...form] : { ...(form as Record<string, string>) },
        ).toString();
  const typed = headers.some(([name]) => name === 'content-type');
  const method = call.method ?? 'POST';
  return callRoute(handler, {
    method,
    path: call.path ?? '/partner/v1/oauth/token',
    headers: typed ? headers : [['content-type', 'application/x-www-form-urlencoded'], ...headers],
    ...(method !== 'GET' && method !== 'HEAD' && { body }),
    remoteAddress: call.address ?? freshAddress(),
  });
}
