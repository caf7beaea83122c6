import type { Metadata } from 'next';
import { Status } from '@/components/ui/status';
import { publicStatus, type PublicStatus } from '@/lib/health';

export const metadata: Metadata = { title: 'Status' };

// As it is now, for whoever asks.
export const dynamic = 'force-dynamic';

const words = {
  operational: { tone: 'positive', word: 'Operational', sentence: 'Everything works.' },
  degraded_performance: { tone: 'caution', word: 'Slower than usual', sentence: 'Some parts are slower than usual.' },
  unavailable: { tone: 'danger', word: 'Unavailable', sentence: 'Some parts cannot answer just now.' },
} as const satisfies Record<PublicStatus['status'], object>; // prettier-ignore

export default async function StatusPage() {
  const { status, components } = await publicStatus();
  return (
    <div className="mx-auto max-w-page px-4 py-12 sm:px-6 sm:py-16">
      <h1 className="font-display text-28 font-semibold tracking-[-0.015em] sm:text-40">Status</h1>
      <p className="mt-3 text-16 text-ink-soft">{words[status].sentence}</p>
      <ul className="mt-8 max-w-prose divide-y divide-line rounded-surface border border-line bg-surface">
        {components.map((component) => (
          <li key={component.name} className="flex items-center justify-between gap-4 px-4 py-3 text-14">
            <span className="text-ink">{component.name}</span>
            <Status tone={words[component.status].tone}>{words[component.status].word}</Status>
          </li>
        ))}
      </ul>
      <p className="mt-6 max-w-prose text-14 text-ink-muted">
        Programs read the same at <code className="text-13">GET /public/v1/status</code>.
      </p>
    </div>
  );
}
