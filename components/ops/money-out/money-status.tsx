import { Status } from '@/components/ui/status';
import type { DisbursementStatus } from '@/lib/disbursements';
import { statusWords } from './words';

/** Where the money is: outline waits for people, half is with the bank, full has ended. */
export function MoneyStatus({ status }: { status: DisbursementStatus }) {
  const { word, tone, shape } = statusWords[status];
  return (
    <Status tone={tone} shape={shape}>
      {word}
    </Status>
  );
}
