import { beforeAll, describe, expect, it } from 'vitest';
import { firstIdAt } from '@/lib/core/ids';
import { withTransaction } from '@/lib/db';
import { applicationQuery, ownerQuery } from '@/lib/testing';
import { exportAnchor, readAuditOf, recordAudit, sealAuditEntries, verifyAudit, type Anchor } from '.';
import { readAnchor } from './anchor';

const actor = { kind: 'system', job: 'test' } as const;
const record = (stream: string, act: string, objectId: string, detail = {}) =>
  withTransaction((tx) => recordAudit(tx, { stream, actor, act, objectId, detail }));

const findingsOf = async (anchor?: Anchor) => {
  const { findings } = await verifyAudit(anchor);
  return findings.map(({ kind }) => kind);
};

let anchor: Anchor;

beforeAll(async () => {
  const odd = { text: 'line\nquote " back \\ slash \u2028 é €', nested: { z: 1, a: [true, null, 1.5] } };
  for (let i = 0; i < 6; i += 1) await record('one', 'disbursement.approve', `object_${i}`, { i, ...odd });
  for (let i = 0; i < 3; i += 1) await record('two', 'application.create', `other_${i}`);
  await sealAuditEntries();
  anchor = readAnchor(JSON.stringify(await exportAnchor()));
});

describe('the chain', () => {
  it('holds when nobody has touched it', async () => {
    expect(await verifyAudit(anchor)).toEqual({ streams: 2, links: 9, findings: [] });
    const [link] = await readAuditOf('object_3');
    expect(link).toMatchObject({ stream: 'one', sequence: 4, entry: { act: 'disbursement.approve' } });
  });

  it('takes acts about money with them, others by the job', async () => {
    await record('three', 'disbursement.hold', 'dsb');
    await record('three', 'application.create', 'app');
    expect(await readAuditOf('dsb')).toHaveLength(1);
    expect(await readAuditOf('app')).toHaveLength(0);
    expect(await sealAuditEntries()).toBe(1);
    expect(await readAuditOf('app')).toHaveLength(1);
    expect(await sealAuditEntries()).toBe(0);
  });

  it('keeps its order when many seal one stream at once', async () => {
    await Promise.all(Array.from({ length: 20 }, (_, i) => record('many', 'disbursement.hold', `many_${i}`)));
    await Promise.all(
      Array.from({ length: 20 }, (_, i) => record('late', 'application.create', `late_${i}`)),
    );
    await Promise.allSettled([sealAuditEntries(), sealAuditEntries()]);
    await sealAuditEntries();
    expect(await findingsOf(anchor)).toEqual([]);
  });

  it('is not the application role’s to write', async () => {
    const code = (sql: string) =>
      applicationQuery(sql).then(
        () => 'done',
        (error: { code: string }) => error.code,
      );
    expect(await code(`UPDATE audit_seals SET hash = hash`)).toBe('42501');
    expect(await code(`DELETE FROM audit_seals`)).toBe('42501');
    expect(await code(`UPDATE audit_heads SET sequence = 0`)).toBe('42501');
    expect(await code(`INSERT INTO audit_heads VALUES ('x', 1, '')`)).toBe('42501');
    expect(await code(`INSERT INTO audit_seals VALUES ('x', 1, 'aud_none', '', '')`)).toBe('23503');
    // A seal that it adds itself says what the database computed, not what it was given.
    await record('four', 'application.create', 'forged');
    await applicationQuery(
      `INSERT INTO audit_seals SELECT 'one', 99, id, decode(repeat('ab', 32), 'hex'), decode(repeat('ab', 32), 'hex')
       FROM audit_entries WHERE object_id = 'forged'`,
    );
    expect((await readAuditOf('forged'))[0]).toMatchObject({ stream: 'four', sequence: 1 });
    expect(await findingsOf(anchor)).toEqual([]);
  });

  it('refuses hashes of another length', async () => {
    const inserted = ownerQuery(
      `ALTER TABLE audit_seals DISABLE TRIGGER audit_seals_seal; INSERT INTO audit_seals VALUES ('x', 1, 'x', '', '')`,
    );
    await expect(inserted).rejects.toMatchObject({ constraint: 'audit_seals_hashes' });
  });
});

/** Does something as the superuser, looks, and undoes it. */
async function tampered(sql: string, undo: string): Promise<{ alone: string[]; anchored: string[] }> {
  await ownerQuery(sql);
  const found = { alone: await findingsOf(), anchored: await findingsOf(anchor) };
  await ownerQuery(undo);
  expect(await findingsOf(anchor)).toEqual([]);
  return found;
}

const rehash = (from: number) => `
  DO $$ DECLARE s record; before bytea; e audit_entries; BEGIN
    SELECT hash INTO before FROM audit_seals WHERE stream = 'one' AND sequence = ${from - 1};
    FOR s IN SELECT * FROM audit_seals WHERE stream = 'one' AND sequence >= ${from} ORDER BY sequence LOOP
      SELECT * INTO e FROM audit_entries WHERE id = s.entry_id;
      UPDATE audit_seals SET previous_hash = before,
        hash = sha256(convert_to(audit_seal_text('one', s.sequence, before, e), 'UTF8'))
        WHERE stream = 'one' AND sequence = s.sequence RETURNING hash INTO before;
    END LOOP;
    UPDATE audit_heads SET hash = before WHERE stream = 'one';
  END $$;`;
const keep = `
  DROP TABLE IF EXISTS kept_entries, kept_seals, kept_heads;
  CREATE TABLE kept_entries AS SELECT * FROM audit_entries; CREATE TABLE kept_seals AS SELECT * FROM audit_seals;
  CREATE TABLE kept_heads AS SELECT * FROM audit_heads;`;
const restore = `
  SET session_replication_role = replica;
  TRUNCATE audit_entries, audit_seals, audit_heads;
  INSERT INTO audit_entries SELECT * FROM kept_entries; INSERT INTO audit_seals SELECT * FROM kept_seals;
  INSERT INTO audit_heads SELECT * FROM kept_heads;`;

describe('six kinds of tampering', () => {
  it('an edited entry', async () => {
    const found = await tampered(
      `${keep} UPDATE audit_entries SET actor_id = 'somebody_else' WHERE object_id = 'object_2'`,
      restore,
    );
    expect(found.alone).toEqual(['entry_changed']);
  });

  it('a deleted entry, with or without its seal', async () => {
    const gone = await tampered(`${keep} DELETE FROM audit_entries WHERE object_id = 'object_2'`, restore);
    expect(gone.alone).toEqual(['entry_missing']);
    const both = await tampered(
      `${keep} DELETE FROM audit_seals WHERE stream = 'one' AND sequence = 3;
       DELETE FROM audit_entries WHERE object_id = 'object_2'`,
      restore,
    );
    expect(both.alone).toEqual(['chain_broken']);
  });

  it('a tail that was cut; together with its head, the anchor tells', async () => {
    const cut = `DELETE FROM audit_entries WHERE object_id = 'object_5'; DELETE FROM audit_seals WHERE stream = 'one' AND sequence = 6;`;
    expect((await tampered(keep + cut, restore)).alone).toEqual(['tail_missing']);
    const head = `UPDATE audit_heads h SET sequence = s.sequence, hash = s.hash FROM audit_seals s
      WHERE h.stream = 'one' AND s.stream = 'one' AND s.sequence = 5`;
    const found = await tampered(keep + cut + head, restore);
    expect(found).toEqual({ alone: [], anchored: ['tail_missing'] });
  });

  it('a whole stream that vanished', async () => {
    const found = await tampered(
      `${keep} DELETE FROM audit_entries WHERE stream = 'two'; DELETE FROM audit_seals WHERE stream = 'two';
       DELETE FROM audit_heads WHERE stream = 'two'`,
      restore,
    );
    expect(found).toEqual({ alone: [], anchored: ['tail_missing'] });
  });

  it('two entries that changed places', async () => {
    const found = await tampered(
      `${keep} SET session_replication_role = replica;
       UPDATE audit_seals SET entry_id = entry_id || '_' WHERE stream = 'one' AND sequence IN (2, 3);
       UPDATE audit_seals SET entry_id = (SELECT id FROM audit_entries WHERE object_id = 'object_' || (4 - audit_seals.sequence))
         WHERE stream = 'one' AND sequence IN (2, 3)`,
      restore,
    );
    expect(found.alone).toEqual(['entry_changed', 'entry_changed']);
  });

  it('an entry that was put in, left unsealed or squeezed into the chain', async () => {
    const id = firstIdAt('aud', Date.now() - 3_600_000);
    const insert = `INSERT INTO audit_entries (id, stream, actor_kind, actor_id, act, object_id)
      VALUES ('${id}', 'one', 'staff', 'usr', 'disbursement.approve', 'never');`;
    expect((await tampered(keep + insert, restore)).alone).toEqual(['entry_unsealed']);
    const squeezed = `SET session_replication_role = replica;
      UPDATE audit_seals SET sequence = sequence + 100 WHERE stream = 'one' AND sequence > 3;
      UPDATE audit_seals SET sequence = sequence - 99 WHERE stream = 'one' AND sequence > 100;
      INSERT INTO audit_seals SELECT 'one', 4, '${id}', previous_hash, hash FROM audit_seals WHERE stream = 'one' AND sequence = 3;`;
    expect((await tampered(keep + insert + squeezed, restore)).alone).toContain('chain_broken');
  });

  it('a chain hashed anew after an edit: only the anchor tells', async () => {
    const found = await tampered(
      `${keep} UPDATE audit_entries SET actor_id = 'somebody_else' WHERE object_id = 'object_2'; ${rehash(3)}`,
      restore,
    );
    expect(found).toEqual({ alone: [], anchored: ['anchor_differs'] });
  });

  it('an anchor that was changed', () => {
    const forged = { ...anchor, heads: anchor.heads.map((head) => ({ ...head, hash: 'a'.repeat(64) })) };
    expect(() => readAnchor(JSON.stringify(forged))).toThrow(/changed after it was signed/);
  });
});
