'use client';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { CopyButton } from '@/components/ui/copy-button';

/** Ten codes, shown once. */
export function RecoveryCodes({ codes, onStored }: { codes: readonly string[]; onStored: () => void }) {
  return (
    <div className="space-y-4">
      <Callout tone="caution" title="Store these ten recovery codes now">
        Each opens your account once when the app is out of reach. They are not shown again; older ones are
        dead.
      </Callout>
      <ul
        aria-label="Recovery codes"
        className="grid grid-cols-2 gap-x-6 gap-y-1 rounded-surface border border-line bg-sunken p-4 font-mono text-13 sm:grid-cols-5"
      >
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className="flex flex-wrap items-center gap-2">
        <Button variant="primary" onClick={onStored}>
          I stored them
        </Button>
        <CopyButton text={codes.join('\n')} what="recovery codes" />
      </div>
    </div>
  );
}
