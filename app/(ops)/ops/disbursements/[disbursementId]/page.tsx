import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { requireStaffSession } from '@/app/session';
import { Detail } from '@/components/ops/money-out/detail';
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
  const { person } = await requireStaffSession();
  const { disbursementId: id } = await params;
  if (!isId('dsb', id)) notFound();
  return (
    <Detail initial={await read(id, person.id)} reasons={{ hold: holdReasons, reject: rejectReasons }} />
  );
}
