import type { SignatureCheck } from '@/lib/webhooks';

export type FamilyCheck = SignatureCheck['families'][number];
type Verdict = FamilyCheck['verdict'];

export const familyNames = { credicorp: 'Credicorp-Signature', standard: 'Standard Webhooks' } as const;

const titles: Readonly<Record<Verdict, string>> = {
  valid: 'The signature is right',
  outside_tolerance: 'Right, but at the wrong time',
  body_changed: 'The bytes are not those that were signed',
  wrong_secret: 'Signed with another secret',
  other_endpoint: 'Signed for another endpoint',
  ended_secret: 'Signed with a secret that has ended',
  unexplained: 'The signature does not fit',
  header_missing: 'A header is missing',
  header_malformed: 'A header cannot be read',
  absent: 'Not sent',
};

export const verdictTitle = (verdict: Verdict): string => titles[verdict];

const changes = {
  white_space_at_end:
    'White space at the end was added. Hash the request’s raw bytes, before any reader of lines.',
  printed_anew:
    'It is the same JSON, printed anew. Hash the raw bytes; a framework that parses first has thrown them away.',
  edited: 'The JSON says something else than what was signed.',
  not_json: 'It is not whole JSON: a part was cut or added on the way.',
} as const;

/** `3,601 s before it came`. */
function distance(seconds: number): string {
  const count = Math.abs(seconds).toLocaleString('en-GB');
  return `${count} s ${seconds < 0 ? 'after it came, by that clock' : 'before it came'}`;
}

/** What a family's verdict means and what to do. */
export function verdictText(check: FamilyCheck): string {
  switch (check.verdict) {
    case 'valid':
      return check.secret === 'previous'
        ? `Made with the old secret, which still signs beside the new one, ${distance(check.offset_seconds)}. Give your receiver the new one before the old one ends.`
        : `Made with the present secret over exactly these bytes, ${distance(check.offset_seconds)}. If your receiver refuses it, its copy of the secret is another, or it hashes other bytes than these.`;
    case 'outside_tolerance':
      return `Signed ${distance(check.offset_seconds)}; a receiver refuses more than 300 s. If this is an older delivery, say when it came. If not, one of the clocks is wrong: ours keeps to NTP.`;
    case 'body_changed':
      return changes[check.change.kind];
    case 'wrong_secret':
      return 'We know the bytes that we sent, and no secret of this endpoint makes this signature of them, with this id and time. Somebody else signed it, or a header was edited.';
    case 'other_endpoint':
      return `It is right for ${check.endpoint.url}: deliveries of the two are mixed up, or their secrets are.`;
    case 'ended_secret':
      return 'The old secret’s 24 hours are over. What comes now is signed with the present one.';
    case 'unexplained':
      return 'Another secret made it, or the bytes were edited. Paste a delivery of an event that we still list (30 days), and we can tell which.';
    case 'header_missing':
      return `There is no ${check.header}. A proxy may have removed it.`;
    case 'header_malformed':
      return `${check.header} should have ${check.expected}.`;
    case 'absent':
      return 'None of its headers is there. One family is enough.';
  }
}

/** Where what came parts from what was signed. */
export function changeLines(check: FamilyCheck): readonly { name: string; value: string }[] {
  if (check.verdict !== 'body_changed' || check.change.kind === 'white_space_at_end') return [];
  const { at, signed, came } = check.change;
  return [
    { name: `Signed, from character ${at + 1}`, value: signed || '(the end)' },
    { name: 'Pasted', value: came || '(the end)' },
  ];
}
