// Puts a mail into the outbox of the transaction that causes it; a job sends it after the commit. The job carries an id
// alone: what the mail says never stands in the queue or a log.
import { newId } from '@/lib/core/ids';
import { encrypt } from '@/lib/crypto';
import type { Transaction } from '@/lib/db';
import { enqueue } from '@/lib/jobs';
import type { Mail } from './mail';
import { insertOutgoing } from './repository';

export async function sendMail(tx: Transaction, mail: Mail): Promise<void> {
  const id = newId('mail');
  await insertOutgoing(tx, { id, sealed: new Uint8Array(encrypt('mail', JSON.stringify(mail), id)) });
  await enqueue(tx, 'mail.send', { mailId: id });
}
