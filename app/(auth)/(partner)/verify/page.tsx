import type { Metadata } from 'next';
import { VerifyFlow } from '@/components/auth/verify-flow';
import { environment } from '@/lib/env';

export const metadata: Metadata = { title: 'Confirm your address', referrer: 'no-referrer' };

export default async function VerifyPage({
  searchParams,
}: {
  searchParams: Promise<{ token?: string | string[] }>;
}) {
  const { token } = await searchParams;
  return <VerifyFlow token={typeof token === 'string' ? token : undefined} origin={environment().appUrl} />;
}
