import type { ReactNode } from 'react';
import { KeyValueList } from '@/components/ui/key-value-list';
import { Money } from '@/components/ui/money';
import type { ShownDisbursement } from '@/lib/disbursements';

/** What an officer says yes to: amount, payee, and whatever else the act is bound to. */
export function PayeeLines({
  shown: { disbursement, payee },
  more = [],
}: {
  shown: ShownDisbursement;
  more?: readonly { readonly name: string; readonly value: ReactNode }[];
}) {
  return (
    <div className="rounded-surface border border-line bg-sunken px-3 py-1">
      <KeyValueList
        items={[
          {
            name: 'Amount',
            value: (
              <strong>
                <Money pence={disbursement.amount_pence} />
              </strong>
            ),
          },
          { name: 'Payee', value: <strong>{payee.account_name}</strong> },
          {
            name: 'Account',
            value: (
              <span className="numeric">
                {payee.sort_code} {payee.account_number}
              </span>
            ),
          },
          ...more,
        ]}
      />
    </div>
  );
}
