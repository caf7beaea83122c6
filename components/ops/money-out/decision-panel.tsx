'use client';
// What this person may do with it, and when he may not, which rule stands against it and who can.
import { Check, Lock } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { classNames } from '@/components/ui/class-names';
import { DateTime } from '@/components/ui/date-time';
import { Money } from '@/components/ui/money';
import { formatPence } from '@/lib/client/format';
import type { OfficerAct, ShownDisbursement } from '@/lib/disbursements';
import { ApproveDialog } from './approve-dialog';
import { CallBackDialog } from './call-back-dialog';
import { JudgeDialog, type Reasons } from './judge-dialog';
import { MoneyStatus } from './money-status';
import { ReleaseDialog } from './release-dialog';
import { ResumeDialog } from './resume-dialog';
import { actWords } from './words';

export interface ReasonTexts {
  readonly hold: Reasons;
  readonly reject: Reasons;
}

interface PanelProps {
  readonly shown: ShownDisbursement;
  readonly reasons: ReasonTexts;
  /** Whether this person can release with a passkey. */
  readonly hasPasskey: boolean;
}

type Permission = ShownDisbursement['permissions'][number];

function Step({
  number,
  done,
  title,
  children,
}: {
  number: number;
  done: boolean;
  title: string;
  children: ReactNode;
}) {
  return (
    <li className="flex gap-2.5">
      <span
        aria-hidden
        className={classNames(
          'numeric mt-0.5 flex size-5 shrink-0 items-center justify-center rounded-full border text-12 font-medium',
          done ? 'border-accent bg-accent text-accent-ink' : 'border-line-control text-ink-muted',
        )}
      >
        {done ? <Check className="size-3.5" /> : number}
      </span>
      <div className="min-w-0">
        <p className="font-medium">
          {title}
          <span className="sr-only">{done ? ' (done)' : ' (open)'}</span>
        </p>
        <div className="text-13 text-ink-muted">{children}</div>
      </div>
    </li>
  );
}

function TwoPeople({ shown: { disbursement, people, approvals } }: { shown: ShownDisbursement }) {
  const {
    approved,
    approved_by: approver,
    approval_expires: expires,
    released,
    released_by: releaser,
  } = disbursement;
  const name = (id: string) => people[id] ?? id;
  const reason = approvals.findLast(
    ({ act, round }) => act === 'approve' && round === disbursement.approval_round,
  )?.reason;
  const factor = approvals.find(({ act }) => act === 'release')?.factor;
  return (
    <ol className="space-y-2.5">
      <Step number={1} done={approver !== null} title="First officer approves the evidence">
        {approver === null || approved === null ? (
          'Nobody yet'
        ) : (
          <>
            {name(approver)}, <DateTime at={approved} />
            {reason != null && <span className="block">“{reason}”</span>}
            {disbursement.status === 'approved' && expires !== null && (
              <span className="block">
                Lapses <DateTime at={expires} show="time" />
              </span>
            )}
          </>
        )}
      </Step>
      <Step number={2} done={releaser !== null} title="Second officer releases the money">
        {releaser === null || released === null ? (
          'Nobody yet; never the same person'
        ) : (
          <>
            {name(releaser)}, <DateTime at={released} />
            {factor != null && `, with ${factor === 'totp' ? 'a code of the app' : 'a passkey'}`}
          </>
        )}
      </Step>
    </ol>
  );
}

/** Why a button does nothing: the rule in a sentence, and who can act. */
function WhyNot({
  id,
  permission: { sentence, who_can: whoCan, names },
}: {
  id: string;
  permission: Permission;
}) {
  return (
    <p id={id} className="mt-1 flex gap-1.5 text-13 text-ink-soft">
      <Lock aria-hidden className="mt-0.5 size-3.5 shrink-0 text-ink-muted" />
      <span>
        {sentence} <span className="text-ink">{whoCan}</span>
        {names.length > 0 && ` Now: ${names.join(', ')}.`}
      </span>
    </p>
  );
}

interface ActProps extends PanelProps {
  readonly act: OfficerAct;
  readonly variant?: 'primary' | 'secondary' | 'quiet';
  readonly label?: string;
}

function dialogOf({ act, shown, reasons, hasPasskey }: ActProps, trigger: ReactElement) {
  switch (act) {
    case 'approve':
      return <ApproveDialog shown={shown} trigger={trigger} />;
    case 'release':
      return <ReleaseDialog shown={shown} hasPasskey={hasPasskey} trigger={trigger} />;
    case 'hold':
    case 'reject':
      return <JudgeDialog act={act} shown={shown} reasons={reasons[act]} trigger={trigger} />;
    case 'resume':
      return <ResumeDialog shown={shown} trigger={trigger} />;
    case 'record_call_back':
      return <CallBackDialog shown={shown} trigger={trigger} />;
  }
}

function Act(props: ActProps) {
  const { act, shown, variant = 'secondary', label = actWords[act] } = props;
  const permission = shown.permissions.find((one) => one.act === act);
  if (!permission) return null;
  if (permission.allowed) {
    return dialogOf(
      props,
      <Button variant={variant} className="w-full">
        {label}
      </Button>,
    );
  }
  const id = `why-not-${act}`;
  return (
    <div>
      <Button disabled aria-describedby={id} variant={variant} className="w-full">
        {label}
      </Button>
      <WhyNot id={id} permission={permission} />
    </div>
  );
}

function isBlockedByState(shown: ShownDisbursement, act: OfficerAct): boolean {
  return shown.permissions.some((one) => one.act === act && one.rule === 'state');
}

/** The next step of the two, then what keeps money in. What its state leaves no room for is not offered. */
function Acts(given: PanelProps) {
  const { shown } = given;
  const { status } = shown.disbursement;
  const payeeAnswered = shown.disbursement.payee_check !== 'pending';
  const others = (['resume', 'record_call_back', 'hold', 'reject'] as const).filter(
    (act) => !isBlockedByState(shown, act) && (act !== 'record_call_back' || payeeAnswered),
  );
  return (
    <div className="space-y-3">
      {status === 'requested' && <Act {...given} act="approve" variant="primary" label="Approve evidence" />}
      {status === 'approved' && (
        <Act
          {...given}
          act="release"
          variant="primary"
          label={`Release ${formatPence(shown.disbursement.amount_pence)}`}
        />
      )}
      {others.map((act) => (
        <Act key={act} {...given} act={act} />
      ))}
    </div>
  );
}

function Outcome({ shown: { disbursement } }: { shown: ShownDisbursement }) {
  const {
    reason_code: reason,
    internal_note: note,
    partner_note: text,
    failure_code: failure,
    return_code: back,
  } = disbursement;
  const lines = [
    ['Reason', reason?.replaceAll('_', ' ')],
    ['Note', note],
    ['The partner reads', text],
    ['The bank refused', failure],
    ['The bank returned it', back],
  ].filter(([, value]) => value != null);
  if (lines.length === 0) return null;
  return (
    <dl className="space-y-1.5 text-13">
      {lines.map(([name, value]) => (
        <div key={name}>
          <dt className="text-ink-muted">{name}</dt>
          <dd className="wrap-anywhere">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

const waiting: ReadonlySet<string> = new Set(['requested', 'approved', 'on_hold']);

export function DecisionPanel(props: PanelProps) {
  const { disbursement, payee } = props.shown;
  return (
    <aside
      aria-label="Decision"
      className="rounded-surface border border-line bg-surface lg:sticky lg:top-18 lg:max-h-[calc(100dvh-6rem)] lg:overflow-y-auto"
    >
      <div className="border-b border-line p-4">
        <p className="text-28 font-semibold tracking-[-0.02em]">
          <Money pence={disbursement.amount_pence} />
        </p>
        <p className="text-ink-soft">
          to <span className="font-medium text-ink">{payee.account_name}</span>
        </p>
        <p className="numeric text-13 text-ink-muted">
          {payee.sort_code} {payee.account_number}
        </p>
        <p className="mt-2 text-13">
          <MoneyStatus status={disbursement.status} />
        </p>
      </div>
      <div className="space-y-4 p-4">
        <TwoPeople shown={props.shown} />
        <Outcome shown={props.shown} />
        {waiting.has(disbursement.status) && <Acts {...props} />}
      </div>
    </aside>
  );
}
