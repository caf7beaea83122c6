import type { ReactNode } from 'react';
import { EnvironmentBadge } from '../ui/environment-badge';
import { Tabs } from '../ui/tabs';

/** The three calls that lead to a decision, one at a time. */
export function CallTabs({ mint, apply, decide }: { mint: ReactNode; apply: ReactNode; decide: ReactNode }) {
  return (
    <div className="relative min-w-0">
      <div className="absolute top-1.5 right-0 max-sm:hidden">
        <EnvironmentBadge livemode={false} />
      </div>
      <Tabs
        label="The three calls to a decision"
        items={[
          { value: 'mint', label: '1. Mint', content: mint },
          { value: 'apply', label: '2. Apply', content: apply },
          { value: 'decide', label: '3. Decide', content: decide },
        ]}
      />
    </div>
  );
}
