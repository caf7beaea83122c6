// What of a resource goes into an event (contract §9), and how it lies in the outbox: personal fields never,
// links to hosted pages only sealed, because whoever holds such a link may act as the applicant.
import { decrypt, encrypt } from '@/lib/crypto';

export type WireObject = Readonly<Record<string, unknown>>;

const personalFields = new Set(['applicant', 'accepted_by', 'payer', 'subject', 'payee']);
const linkFields = new Set(['handoff_url', 'url']);

interface SealedLink {
  readonly sealed: string;
}

function isSealed(value: unknown): value is SealedLink {
  return typeof value === 'object' && value !== null && typeof (value as SealedLink).sealed === 'string';
}

/** What of a resource an event may say. */
export function withoutPersonalFields(object: WireObject): WireObject {
  return Object.fromEntries(Object.entries(object).filter(([name]) => !personalFields.has(name)));
}

/** The resource as the outbox stores it for event `eventId`. */
export function toStoredObject(eventId: string, object: WireObject): WireObject {
  return Object.fromEntries(
    Object.entries(withoutPersonalFields(object)).map(([name, value]) =>
      linkFields.has(name) && typeof value === 'string'
        ? [name, { sealed: encrypt('event-link', value, `${eventId}.${name}`).toString('base64') }]
        : [name, value],
    ),
  );
}

/** The resource as the event shows it: undoes the sealing of `toStoredObject`. */
export function fromStoredObject(eventId: string, stored: WireObject): WireObject {
  return Object.fromEntries(
    Object.entries(stored).map(([name, value]) =>
      linkFields.has(name) && isSealed(value)
        ? [
            name,
            decrypt('event-link', Buffer.from(value.sealed, 'base64'), `${eventId}.${name}`).toString('utf8'),
          ]
        : [name, value],
    ),
  );
}
