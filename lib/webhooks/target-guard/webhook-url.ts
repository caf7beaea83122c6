// What a webhook URL may look like (contract §9). Pure: names are resolved elsewhere.
import { isIP } from 'node:net';
import { isPublicAddress } from './public-address';

/** A URL that passed: where it leads, and whether it is a developer's own machine. */
export interface WebhookTarget {
  readonly url: URL;
  readonly local: boolean;
}

export interface UrlRules {
  /** Admits `http://localhost:<port>` and `http://127.0.0.1:<port>`, spelled exactly so. */
  readonly allowLocal: boolean;
}

export const longestUrl = 2_048;

const localUrl = /^http:\/\/(localhost|127\.0\.0\.1):([1-9][0-9]{0,4})([/?][!-~]*)?$/;

// Names that never mean a host of the public internet (RFC 6761, RFC 6762, RFC 8375, ICANN's list, habit).
const innerNames = /(^|\.)(localhost|localdomain|local|internal|intranet|private|corp|home|lan|arpa|onion|invalid|test)$/; // prettier-ignore

// The WHATWG parser drops tabs and line ends and reads a backslash as a slash: two readers, two hosts.
const ambiguous = /[\s\\\p{Cc}]/u;

function localTarget(text: string): WebhookTarget | null {
  const [, , port] = localUrl.exec(text) ?? [];
  if (port === undefined || Number(port) > 65_535 || /[\\#]/.test(text) || !URL.canParse(text)) return null;
  return { url: new URL(text), local: true };
}

function isPublicName(hostname: string): boolean {
  const name = hostname.replace(/\.$/, '');
  const labels = name.split('.');
  return labels.length > 1 && !labels.includes('') && name.length <= 253 && !innerNames.test(name);
}

/** The target that `text` names; null when it is not allowed. */
export function parseWebhookUrl(text: string, { allowLocal }: UrlRules): WebhookTarget | null {
  const local = allowLocal ? localTarget(text) : null;
  if (local) return local;
  if (text.length > longestUrl || ambiguous.test(text) || !/^https:\/\/[^/?#]/i.test(text)) return null;
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || url.username !== '' || url.password !== '' || text.includes('#') || url.port === '0')
    return null;
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const allowed = isIP(host) === 0 ? isPublicName(host) : isPublicAddress(host);
  return allowed ? { url, local: false } : null;
}
