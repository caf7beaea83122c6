// The real transport against a small SMTP server (RFC 5321) in this process.
import { createServer, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { forgetSingleton } from '@/lib/core/singleton';
import { withTransaction } from '@/lib/db';
import { countRows, ownerQuery } from '@/lib/testing';
import { deliverMail, sendMail } from '.';

let server: Server;
let received: string[];
/** The reply to a mail's last line; a test may refuse. */
let verdict: string;

/** Speaks as little SMTP as a client needs. */
function talk(socket: Socket): void {
  let text = '';
  let inData = false;
  const say = (line: string) => void socket.write(`${line}\r\n`);
  const hear = (line: string) => {
    inData = /^DATA/i.test(line);
    if (inData) say('354 go on');
    else say(/^QUIT/i.test(line) ? '221 bye' : '250 localhost');
  };
  socket.on('data', (chunk) => {
    text += chunk.toString();
    for (;;) {
      const end = text.indexOf(inData ? '\r\n.\r\n' : '\r\n');
      if (end < 0) return;
      const part = text.slice(0, end);
      text = text.slice(end + (inData ? 5 : 2));
      if (inData) {
        inData = false;
        received.push(part);
        say(verdict);
      } else hear(part);
    }
  });
  say('220 localhost');
}

beforeEach(async () => {
  received = [];
  verdict = '250 taken';
  server = createServer(talk);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  process.env['MAIL_URL'] = `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`;
  forgetSingleton('environment');
  forgetSingleton('mail.transport');
});

afterEach(async () => {
  process.env['MAIL_URL'] = '';
  forgetSingleton('environment');
  await new Promise((resolve) => server.close(resolve));
});

async function waitingMail(): Promise<string> {
  await withTransaction((tx) =>
    sendMail(tx, {
      to: 'ada@example.com',
      subject: 'Ümlauts & <tags>',
      paragraphs: ['One <b>sentence</b>.'],
      code: '123456',
      link: { label: 'Go on', url: 'http://localhost:3000/verify?token=abc' },
    }),
  );
  const [row] = await ownerQuery<{ id: string }>('SELECT id FROM outgoing_mails ORDER BY id DESC LIMIT 1');
  return row!.id;
}

it('goes by SMTP once, as text and HTML, recognisable when it repeats', async () => {
  const mailId = await waitingMail();
  await deliverMail({ mailId });
  await deliverMail({ mailId });
  expect(received).toHaveLength(1);
  const [mail = ''] = received;
  expect(mail).toContain('To: ada@example.com');
  expect(mail).toContain('From: Credicorp Partners <partners@credicorp.example>');
  expect(mail).toContain(`Message-ID: <${mailId}@localhost>`);
  expect(mail).toContain('Subject: =?UTF-8?');
  expect(mail).toContain('text/plain');
  expect(mail).toContain('&lt;b&gt;sentence');
  expect(await countRows('outgoing_mails', 'id = $1', [mailId])).toBe(0);
  expect(await countRows('development_mails', 'id = $1', [mailId])).toBe(0);
});

it('stays in the outbox when the server refuses, for the next attempt', async () => {
  const mailId = await waitingMail();
  verdict = '451 later';
  await expect(deliverMail({ mailId })).rejects.toThrow('451 later');
  expect(await countRows('outgoing_mails', 'id = $1', [mailId])).toBe(1);
  verdict = '250 taken';
  await deliverMail({ mailId });
  expect(received).toHaveLength(2);
  expect(await countRows('outgoing_mails', 'id = $1', [mailId])).toBe(0);
});
