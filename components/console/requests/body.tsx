'use client';
import { JsonViewer } from '@/components/ui/json-viewer';
import type { RequestDetail } from '@/lib/request-log';

const absences: Readonly<Record<RequestDetail['request_body_note'], string>> = {
  whole: '',
  cut: '',
  empty: 'No body.',
  omitted: 'The body was not kept: it was too large, or there were too many calls at once.',
  unreadable: 'The body was not kept: it is no JSON, so what is secret in it cannot be told.',
};

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text; // cut in the middle
  }
}

interface BodyProps {
  readonly title: string;
  readonly text: string | null;
  readonly note: RequestDetail['request_body_note'];
}

/** A body as it was kept, or why it was not. Secrets and personal data were redacted before it was stored. */
export function Body({ title, text, note }: BodyProps) {
  if (text === null) return <p className="text-ink-muted">{absences[note]}</p>;
  return <JsonViewer value={parsed(text)} title={note === 'cut' ? `${title} (its beginning)` : title} />;
}
