'use client';
// The chain, verified on demand: what was checked, and every fault by its place.
import { ShieldCheck } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { Card } from '@/components/ui/card';
import { TextArea } from '@/components/ui/choice';
import { DateTime } from '@/components/ui/date-time';
import { request } from '@/lib/client/request';
import type { TrailVerdict } from '@/lib/ops';
import { DownloadButton } from '../download-button';

const faults: Record<TrailVerdict['findings'][number]['kind'], string> = {
  entry_changed: 'An entry is not what was sealed',
  entry_missing: 'A sealed entry is gone',
  entry_unsealed: 'An old entry was never sealed',
  chain_broken: 'A link does not follow the one before',
  tail_missing: 'The end of a chain is missing',
  anchor_differs: 'A chain was hashed anew since the anchor',
};

const count = (number: number, one: string, many: string) =>
  `${number.toLocaleString('en-GB')} ${number === 1 ? one : many}`;

function Verdict({ verdict }: { verdict: TrailVerdict }) {
  const { passports, findings, anchor_at: anchorAt } = verdict;
  const checked = `${count(verdict.entries, 'entry', 'entries')} in ${count(verdict.streams, 'chain', 'chains')} and ${count(passports.checked, 'release passport', 'release passports')}`;
  if (verdict.holds) {
    return (
      <div className="flex gap-3 rounded-surface border border-accent/25 bg-accent-soft p-4">
        <ShieldCheck aria-hidden className="mt-0.5 size-4.5 shrink-0 text-accent" />
        <div>
          <p className="font-semibold text-ink">Everything holds</p>
          <p className="text-ink-soft">
            {checked}, checked on <DateTime at={verdict.at} />
            {anchorAt === null ? (
              ' without an anchor.'
            ) : (
              <>
                {' '}
                against the anchor of <DateTime at={anchorAt} />.
              </>
            )}
          </p>
        </div>
      </div>
    );
  }
  return (
    <Callout tone="danger" title="The trail does not hold">
      <p>{checked} were checked. Stop money-out, keep the database as it is, and tell the administrators.</p>
      <ul className="list-disc pl-5">
        {findings.map(({ kind, stream, at }) => (
          <li key={`${kind}${stream}${at}`}>
            {faults[kind]}:{' '}
            <code className="text-12 wrap-anywhere">{stream === '' ? at : `${stream}, link ${at}`}</code>
          </li>
        ))}
        {passports.faulty.map(({ disbursement_id: id, faults: broken }) => (
          <li key={id}>
            The passport of <code className="text-12 wrap-anywhere">{id}</code>:{' '}
            {broken.join(', ').replaceAll('_', ' ')}
          </li>
        ))}
      </ul>
    </Callout>
  );
}

export function VerifyTrail() {
  const [verdict, setVerdict] = useState<TrailVerdict>();
  const [problem, setProblem] = useState<string>();
  const [anchor, setAnchor] = useState('');
  const [pending, setPending] = useState(false);
  async function verify() {
    setPending(true);
    setProblem(undefined);
    try {
      const body = anchor.trim() === '' ? {} : { anchor };
      setVerdict(await request<TrailVerdict>('/api/ops/audit/verification', { method: 'POST', body }));
    } catch (error) {
      setProblem((error as Error).message);
    } finally {
      setPending(false);
    }
  }
  return (
    <Card className="mb-6 space-y-3">
      <div className="flex flex-wrap items-start justify-between gap-3">
        <div className="min-w-0">
          <h2 className="text-16 font-semibold">Is the trail whole?</h2>
          <p className="max-w-[72ch] text-ink-muted">
            Each entry is hashed with the one before it. An anchor that was kept elsewhere also shows a chain
            that somebody hashed anew.
          </p>
        </div>
        <div className="flex flex-wrap gap-2">
          <DownloadButton path="/api/ops/audit/anchor" filename="audit-anchor.json">
            Download anchor
          </DownloadButton>
          <Button
            variant="primary"
            onClick={() => void verify()}
            pendingLabel={pending ? 'Verifying chains' : undefined}
          >
            Verify chains
          </Button>
        </div>
      </div>
      <details>
        <summary className="w-fit cursor-pointer py-1 text-13 font-medium text-accent">
          Verify against an anchor
        </summary>
        <div className="mt-2">
          <TextArea
            label="Anchor"
            hint="The text of an anchor file; Verify chains then compares with it."
            mono
            rows={4}
            value={anchor}
            error={problem}
            onChange={(event) => setAnchor(event.target.value)}
          />
        </div>
      </details>
      <div role="status">
        {problem !== undefined && anchor === '' && <Callout tone="danger" title={problem} />}
        {verdict !== undefined && problem === undefined && <Verdict verdict={verdict} />}
      </div>
    </Card>
  );
}
