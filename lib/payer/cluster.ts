// Whether this is still the database that the payer knew. A copy restored elsewhere has another system identifier; one
// that was set back in time has another timeline. Either may have forgotten payments that the bank made.
import type { Transaction } from '@/lib/db';
import type { Alarm } from './alarm';
import { readClusterIdentity, readFact, writeFact } from './repository';

const fact = 'payer_cluster';

const spell = ({ system, timeline }: { system: string; timeline: number }) => `${system}/${timeline}`;

/** The alarm when the cluster is another than the one remembered; null when it is the same, or the first. */
export async function clusterHasChanged(tx?: Transaction): Promise<Alarm | null> {
  const now = spell(await readClusterIdentity(tx));
  const known = await readFact(fact, tx);
  if (known === null || known === now) return null;
  return { kind: 'cluster_changed', livemode: true, subject: now, detail: { known, now } };
}

/** Remembers the present cluster: at the first start, and once a change has raised its alarm. */
export async function rememberCluster(): Promise<void> {
  await writeFact(fact, spell(await readClusterIdentity()));
}
