import { DateTime } from '@/components/ui/date-time';
import { Status } from '@/components/ui/status';
import type { Drill } from '@/lib/webhooks';
import { PasteBlock } from '../paste-block';
import { answerText, shotWords, type DrillShot } from './drill-words';

type Message = DrillShot['messages'][number];

const wire = ({ headers, body }: Message) =>
  `${Object.entries(headers)
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n')}\n\n${body}`;

function Fact({ name, children }: { name: string; children: string }) {
  return (
    <p className="flex gap-x-2">
      <span className="w-20 shrink-0 text-ink-muted">{name}</span>
      <span className="min-w-0 max-w-[60ch] text-ink-soft">{children}</span>
    </p>
  );
}

function ShotItem({ shot }: { shot: DrillShot }) {
  const { title, sent, expected, mend } = shotWords[shot.kind];
  return (
    <li aria-label={title} className="space-y-1 border-t border-line pt-3">
      <p className="flex flex-wrap items-baseline justify-between gap-x-4">
        <span className="font-medium">{title}</span>
        <Status tone={shot.passed ? 'positive' : 'danger'}>
          {shot.passed ? 'As expected' : 'Not as expected'}
        </Status>
      </p>
      <Fact name="Sent">{sent}</Fact>
      <Fact name="Expected">{expected}</Fact>
      <Fact name="Came">{shot.messages.map(answerText).join('; then ')}</Fact>
      {!shot.passed && <Fact name="Mend">{mend}</Fact>}
      <details className="pt-1">
        <summary className="w-fit cursor-pointer text-13 text-accent">The exact bytes</summary>
        <div className="mt-2 space-y-2">
          {shot.messages.map((message, index) => (
            <PasteBlock
              key={message.headers['Credicorp-Delivery']}
              title={`${title}, message ${index + 1}`}
              code={wire(message)}
            />
          ))}
        </div>
      </details>
    </li>
  );
}

/** The score, then each shot: what was sent, what was expected, what came. */
export function DrillResult({ drill }: { drill: Drill }) {
  return (
    <div className="rounded-surface border border-line bg-surface p-5">
      <p role="status" className="flex flex-wrap items-baseline justify-between gap-x-4">
        <span className="text-16 font-semibold">
          {drill.passed} of {drill.shots.length} as a sound receiver does
        </span>
        <span className="text-13 text-ink-muted">
          <DateTime at={drill.created} />
        </span>
      </p>
      <ul className="mt-3 space-y-3">
        {drill.shots.map((shot) => (
          <ShotItem key={shot.kind} shot={shot} />
        ))}
      </ul>
    </div>
  );
}
