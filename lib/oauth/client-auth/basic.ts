// HTTP Basic as OAuth has it (RFC 6749 §2.3.1): both halves are form-encoded before they are joined.
import { decodeFormComponent } from '../form';

const basicScheme = /^basic +([A-Za-z0-9+/]+={0,2}) *$/i;

/** Client id and secret; undefined for another scheme and for anything malformed. */
export function parseBasic(header: string): { clientId: string; secret: string } | undefined {
  const encoded = basicScheme.exec(header)?.[1];
  if (encoded === undefined) return undefined;
  const bytes = Buffer.from(encoded, 'base64');
  if (bytes.toString('base64') !== encoded) return undefined;
  const text = bytes.toString('utf8');
  if (!Buffer.from(text).equals(bytes)) return undefined; // no UTF-8
  const colon = text.indexOf(':');
  if (colon < 0) return undefined;
  const clientId = decodeFormComponent(text.slice(0, colon));
  const secret = decodeFormComponent(text.slice(colon + 1));
  return clientId === undefined || clientId === '' || secret === undefined ? undefined : { clientId, secret };
}
