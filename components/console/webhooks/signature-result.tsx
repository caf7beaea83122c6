import { DateTime } from '@/components/ui/date-time';
import { Status } from '@/components/ui/status';
import type { SignatureCheck } from '@/lib/webhooks';
import { changeLines, familyNames, verdictText, verdictTitle, type FamilyCheck } from './signature-words';

function toneOf({ verdict }: FamilyCheck) {
  if (verdict === 'absent') return 'neutral' as const;
  return verdict === 'valid' ? ('positive' as const) : ('danger' as const);
}

/** The verdict on a delivery: as a whole, then for each family of headers. */
export function SignatureResult({ check }: { check: SignatureCheck }) {
  const none = check.families.every(({ verdict }) => verdict === 'absent');
  const byOld = check.families.some((family) => 'secret' in family && family.secret === 'previous');
  return (
    <section aria-label="Result" className="rounded-surface border border-line bg-surface p-5">
      <div role="status" className="space-y-4">
        <p className="text-16 font-semibold">
          {none ? 'No signature header is among these' : verdictTitle(check.verdict)}
        </p>
        {byOld && check.previous_secret_expires_at !== null && (
          <p className="text-ink-soft">
            The old secret ends on <DateTime at={check.previous_secret_expires_at} />.
          </p>
        )}
        <ul className="space-y-4">
          {check.families.map((family) => (
            <li key={family.family} className="border-t border-line pt-3">
              <p className="flex flex-wrap items-baseline justify-between gap-x-4">
                <span className="font-medium">{familyNames[family.family]}</span>
                <Status tone={toneOf(family)}>{verdictTitle(family.verdict)}</Status>
              </p>
              <p className="max-w-[72ch] text-ink-soft">{verdictText(family)}</p>
              {changeLines(family).map(({ name, value }) => (
                <p key={name} className="mt-1 text-13">
                  {name}: <code className="wrap-anywhere">{value}</code>
                </p>
              ))}
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}
