import type { ReactNode } from 'react';

/** One number with its name, and what it is to be compared with. */
export function Stat({ label, value, note }: { label: string; value: ReactNode; note?: ReactNode }) {
  return (
    <div className="rounded-surface border border-line bg-surface px-4 py-3">
      <p className="text-13 text-ink-muted">{label}</p>
      <p className="numeric mt-0.5 text-20 font-semibold tracking-[-0.01em] text-ink">{value}</p>
      {note !== undefined && <p className="numeric mt-0.5 text-13 text-ink-muted">{note}</p>}
    </div>
  );
}
