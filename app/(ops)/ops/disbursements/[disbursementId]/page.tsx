import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { requireStaffSession } from '@/app/session';
import { Detail } from '@/components/ops/money-out/detail';
import { listPasskeys } from '@/lib/auth';
import { ApiError } from '@/lib/core/errors';
import { isId } from '@/lib/core/ids';
import { holdReasons, rejectReasons, showDisbursementForStaff } from '@/lib/disbursements';

export const metadata: Metadata = { title: 'Payment' };

async function read(id: string, personId: string) {
  try {
    return await showDisbursementForStaff({ id, personId });
  } catch (error) {
    if (error instanceof ApiError && error.code === 'resource_not_found') notFound();
    throw error;
  }
}

export default async function PaymentPage({ params }: { params: Promise<{ disbursementId: string }> }) {
  const session = await requireStaffSession();
  const { disbursementId: id } = await params;
  if (!isId('dsb', id)) notFound();
  const [initial, passkeys] = await Promise.all([read(id, session.person.id), listPasskeys({ session })]);
  return (
    <Detail
      initial={initial}
      reasons={{ hold: holdReasons, reject: rejectReasons }}
      hasPasskey={passkeys.length > 0}
    />
  );
}
