import { describe, expect, it } from 'vitest';
import { createLogger } from './index';

const canary = 'canary7f3a';

function lineOf(write: (log: ReturnType<typeof createLogger>) => void): string {
  let line = '';
  write(createLogger('info', { write: (text) => void (line += text) }));
  JSON.parse(line); // what is left is still one JSON object
  return line;
}

const names = [
  'authorization', 'Cookie', 'set-cookie', 'client_secret', 'clientSecret', 'client_assertion', 'password', 'token',
  'access_token', 'secret', 'email', 'applicant', 'accepted_by', 'acceptedBy', 'payer', 'subject', 'payee',
  'first_name', 'lastName', 'date_of_birth', 'account_number', 'sort_code', 'idempotency-key', 'master_key',
  'private_key', 'totp_secret', 'handoff_url', 'body', 'payload', 'headers', 'params', 'values',
]; // prettier-ignore

const texts = [
  `csk_sbx_${canary}`,
  `csk_live_${canary}-_x`,
  `whsec_${canary}+/==`,
  `eyJhbGciOiJFUzI1NiJ9.${canary}.${canary}`,
  `Bearer ${canary}`,
  `Basic ${canary}==`,
  `${canary}@example.co.uk`,
  `first.${canary}+tag@mail.example.com`,
  `postgresql://owner:${canary}@db.internal:5432/app`,
  `redis://:${canary}@cache:6379`,
  `https://partners.example/apply/${canary}`,
  `https://partners.example/pay/${canary}?x=1`,
  `https://partners.example/pay/bank/${canary}`,
];

describe('the log', () => {
  it.each(names)('shows nothing of a field called %s, at any depth', (name) => {
    for (const value of [canary, { inner: canary }, [canary]]) {
      expect(lineOf((log) => log.info({ [name]: value }, 'm'))).not.toContain(canary);
      expect(lineOf((log) => log.info({ a: { b: [{ c: { [name]: value } }] } }, 'm'))).not.toContain(canary);
    }
  });

  it.each(texts)('shows nothing of %s, wherever it stands', (text) => {
    expect(lineOf((log) => log.info({ note: text }, 'm'))).not.toContain(canary);
    expect(lineOf((log) => log.info({}, `it was ${text} there`))).not.toContain(canary);
    expect(lineOf((log) => log.error({ err: new Error(`bad ${text}`) }, 'm'))).not.toContain(canary);
  });

  it('shows of a database error the code and the constraint, not the row', () => {
    const error = Object.assign(
      new Error('duplicate key value violates unique constraint "people_email_key"'),
      {
        code: '23505',
        constraint: 'people_email_key',
        detail: `Key (email)=(${canary}) already exists.`,
        where: canary,
        parameters: [canary],
      },
    );
    const line = lineOf((log) => log.error({ err: new Error('outer', { cause: error }) }, 'm'));
    expect(line).not.toContain(canary);
    expect(JSON.parse(line)).toMatchObject({
      err: { message: 'outer', cause: { code: '23505', constraint: 'people_email_key' } },
    });
  });

  it('shows of a printed call what was wrong, not what was passed', () => {
    const message = `\nInvalid \`prisma.person.create()\` invocation:\n\n{\n  data: {\n    name: "${canary}"\n  }\n}\n\nUnknown argument \`name\`.`;
    const line = lineOf((log) => log.error({ err: new Error(message) }, 'm'));
    expect(line).not.toContain(canary);
    expect(line).toContain('Unknown argument');
  });

  it('shows nothing of a thrown value that is no error', () => {
    expect(lineOf((log) => log.error({ err: { secretly: canary } }, 'm'))).not.toContain(canary);
    expect(lineOf((log) => log.error({ err: canary }, 'm'))).not.toContain(canary);
  });

  it('keeps what an operator needs', () => {
    const line = lineOf((log) =>
      log.info({ request_id: 'req_1', status: 503, at: new Date(0), list: [1] }, 'request failed'),
    );
    expect(JSON.parse(line)).toMatchObject({
      request_id: 'req_1',
      status: 503,
      at: '1970-01-01T00:00:00.000Z',
      list: [1],
      msg: 'request failed',
    });
  });
});
