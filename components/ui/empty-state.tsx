import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

interface EmptyStateProps {
  readonly icon: LucideIcon;
  readonly title: string;
  /** One sentence: what will appear here, or why nothing does. */
  readonly children: ReactNode;
  /** One act. */
  readonly action?: ReactNode;
}

/** Nothing yet, nothing matches, or not allowed: each says which, and gives one act. */
export function EmptyState({ icon: Icon, title, children, action }: EmptyStateProps) {
  return (
    <div className="flex flex-col items-center rounded-surface border border-dashed border-line px-6 py-10 text-center">
      <Icon aria-hidden className="size-6 text-ink-muted" strokeWidth={1.5} />
      <p className="mt-3 font-semibold text-ink">{title}</p>
      <p className="mt-1 max-w-[44ch] text-ink-muted">{children}</p>
      {action !== undefined && <div className="mt-4">{action}</div>}
    </div>
  );
}
