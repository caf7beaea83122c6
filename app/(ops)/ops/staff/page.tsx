import type { Metadata } from 'next';
import { requireStaffSession } from '@/app/session';
import { StaffPage } from '@/components/ops/staff/staff-page';
import { showStaff, staffMay } from '@/lib/staff';

export const metadata: Metadata = { title: 'Staff' };

export default async function OpsStaffPage() {
  const { person, role } = await requireStaffSession();
  const rights = { personId: person.id, mayChange: staffMay(role, 'change_roles') };
  return <StaffPage initial={await showStaff()} rights={rights} />;
}
