// A logged request as a command. Secrets were never stored, so the token is a variable of the reader's shell.
import type { RequestDetail } from '@/lib/request-log';

const kept = new Set(['accept', 'content-type', 'idempotency-key', 'if-none-match', 'credicorp-version']);

/** Within single quotes a shell reads everything as it stands, but for the quote itself. */
const quote = (text: string) => `'${text.replaceAll("'", `'\\''`)}'`;

type Logged = Pick<RequestDetail, 'method' | 'path' | 'request_headers' | 'request_body'>;

/** The command that sends the request again; redacted values stand as they are shown. */
export function curlOf({ method, path, request_headers, request_body }: Logged, origin: string): string {
  const headers = request_headers.filter(([name]) => kept.has(name.toLowerCase()));
  const authorised = request_headers.some(([name]) => name.toLowerCase() === 'authorization');
  return [
    `curl --request ${method} ${quote(`${origin}${path}`)}`,
    ...(authorised ? ['--header "Authorization: Bearer $TOKEN"'] : []),
    ...headers.map(([name, value]) => `--header ${quote(`${name}: ${value}`)}`),
    ...(request_body === null ? [] : [`--data ${quote(request_body)}`]),
  ].join(' \\\n  ');
}
