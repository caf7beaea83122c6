// Sends one mail of the outbox: by SMTP where MAIL_URL names a server, otherwise (development) to /dev/mail and the terminal.
import { createTransport } from 'nodemailer';
import { singleton } from '@/lib/core/singleton';
import { decrypt } from '@/lib/crypto';
import { environment } from '@/lib/env';
import { mailHtml, mailText, type Mail } from './mail';
import { deleteOutgoing, findOutgoing, insertDevelopmentMail } from './repository';

async function bySmtp(url: string, mail: Mail, id: string): Promise<void> {
  const transport = singleton('mail.transport', () => createTransport(url));
  await transport.sendMail({
    from: environment().mailFrom,
    to: { name: '', address: mail.to },
    subject: mail.subject,
    text: mailText(mail),
    html: mailHtml(mail),
    // A repeat after a crash between sending and forgetting is recognisable.
    messageId: `<${id}@${new URL(environment().appUrl).hostname}>`,
  });
}

async function toDevelopment(mail: Mail, id: string): Promise<void> {
  const text = mailText(mail);
  await insertDevelopmentMail({ id, recipient: mail.to, subject: mail.subject, text, html: mailHtml(mail) });
  if (environment().logLevel !== 'silent') console.log(`\nMail to ${mail.to}: ${mail.subject}\n${text}`);
}

/** Job `mail.send`. A mail that has gone already is done. */
export async function deliverMail({ mailId }: { readonly mailId: string }): Promise<void> {
  const sealed = await findOutgoing(mailId);
  if (!sealed) return;
  const mail = JSON.parse(decrypt('mail', sealed, mailId).toString()) as Mail;
  const { mailUrl } = environment();
  if (mailUrl) await bySmtp(mailUrl, mail, mailId);
  else await toDevelopment(mail, mailId);
  await deleteOutgoing(mailId);
}
