import { redirect } from 'next/navigation';

/** The welcome stands on the page that proved the address and cannot be loaded again: its secret is stored nowhere. */
export default function WelcomePage() {
  redirect('/console');
}
