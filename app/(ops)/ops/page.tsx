import { redirect } from 'next/navigation';

/** The dashboard opens on what waits for people. */
export default function OpsHome() {
  redirect('/ops/disbursements');
}
