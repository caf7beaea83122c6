// Size, type and encoding (contract §2): a form of at most 8 KiB in plain UTF-8, or 400.
import { invalidRequest, parseForm } from '@/lib/oauth';
import { headerValues } from '../connection';
import type { TokenPlaneStep } from '../oauth-exchange';
import { readBody } from '../read-body';

const maximumBytes = 8 * 1024;
const formType = 'application/x-www-form-urlencoded';

const bodyRefusals = {
  tooLarge: () => invalidRequest('The body is larger than 8 KiB.'),
  cut: () => invalidRequest('The body ended before it was complete.'),
};

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
  const bytes = await readBody(exchange.request, maximumBytes, bodyRefusals);
  requireFormType(exchange.request);
  exchange.pairs = parseForm(bytes);
};
