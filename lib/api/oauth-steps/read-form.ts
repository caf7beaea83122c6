// Size, type and encoding (contract §2): a form of at most 8 KiB in plain UTF-8, or 400.
import { invalidRequest, parseForm } from '@/lib/oauth';
import { headerValues } from '../connection';
import type { TokenPlaneStep } from '../oauth-exchange';

const maximumBytes = 8 * 1024;
const formType = 'application/x-www-form-urlencoded';

const tooLarge = () => invalidRequest('The body is larger than 8 KiB.');

async function readBody(request: Request): Promise<Uint8Array> {
  if (Number(request.headers.get('content-length') ?? 0) > maximumBytes) throw tooLarge();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of (request.body ?? []) as AsyncIterable<Uint8Array>) {
    length += chunk.length;
    if (length > maximumBytes) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, length);
}

function requireFormType(request: Request): void {
  const types = headerValues(request, 'content-type');
  const [type, ...attributes] = (types[0] ?? '')
    .toLowerCase()
    .split(';')
    .map((part) => part.trim());
  if (types.length !== 1 || type !== formType) throw invalidRequest(`The body must be sent as ${formType}.`);
  for (const attribute of attributes) {
    const charset = /^charset="?(.*?)"?$/.exec(attribute)?.[1];
    if (charset !== undefined && charset !== 'utf-8') throw invalidRequest('The charset must be UTF-8.');
  }
  if (request.headers.has('content-encoding')) throw invalidRequest('The body must not be encoded.');
}

export const readForm: TokenPlaneStep = async (exchange) => {
  const bytes = await readBody(exchange.request);
  requireFormType(exchange.request);
  exchange.pairs = parseForm(bytes);
};
