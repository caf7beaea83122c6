import { formatPence } from '@/lib/client/format';

/** `£25,000.00` with figures of one width; in running text whole pounds go without `.00`. */
export function Money({ pence, prose = false }: { pence: number; prose?: boolean }) {
  const written = formatPence(pence);
  return <span className="numeric whitespace-nowrap">{prose ? written.replace(/\.00$/, '') : written}</span>;
}
