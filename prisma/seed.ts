// Fills a development database: partners, projects, clients, people. Idempotent; run with another master
// key it renews every secret that derives from the key.
import { randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { scopes } from '@/lib/core/scopes';
import { encrypt } from '@/lib/crypto';
import { prisma as client, withTransaction, type Transaction } from '@/lib/db';
import { secretHint, secretHmac } from '@/lib/oauth';
import { seededId } from './seed/identifiers';
import { seededPartners, type SeededPartner, type SeededProject } from './seed/partners';
import { seededPeople, type SeededPerson } from './seed/people';
import { seededClientSecret, seededPassword, seededTotpSecret } from './seed/secrets';

// Argon2id (the library's default) with OWASP's first figures: 19 MiB, two passes, one lane.
const passwordHashing = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Writes the seed. Parallel calls are safe. Never called in production (lib/commands/install). */
export async function seed(): Promise<void> {
  const passwordHashes = await hashPasswords();
  await withTransaction(async (tx) => {
    // One seed at a time: two would both find nothing and collide on their inserts.
    await tx.prisma.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('development seed'))`;
    for (const partner of seededPartners) await seedPartner(tx, partner);
    for (const person of adminsFirst) await seedPerson(tx, person, passwordHashes);
  });
}

const admins = seededPeople.filter(({ role }) => role === 'admin');
const adminsFirst = [...admins, ...seededPeople.filter(({ role }) => role !== 'admin')];

/** As it would have come about: two admins by the server's command, everybody else by an invitation of theirs. */
async function seedStaff({ prisma }: Transaction, { id: personId, email, name, role: given }: SeededPerson): Promise<void> {
  if (await prisma.staffMember.findUnique({ where: { personId } })) return;
  const role = given as Exclude<typeof given, 'owner' | 'developer'>;
  const at = new Date();
  const change = { id: seededId('sch', email), kind: 'invite' as const, email, name, role, reason: 'Seeded for development.' };
  if (role !== 'admin') {
    const [proposer, confirmer] = admins as [SeededPerson, SeededPerson];
    await prisma.staffChange.create({ data: { ...change, proposedBy: proposer.id, proposedAt: at } });
    await prisma.staffChange.update({ where: { id: change.id }, data: { confirmedBy: confirmer.id, confirmedAt: at } });
  }
  const enrolment = { id: seededId('enr', email), email, name, role, tokenHash: randomBytes(32), expiresAt: new Date(at.getTime() + 86_400_000), usedAt: at };
  await prisma.staffEnrolment.create({ data: { ...enrolment, ...(role !== 'admin' && { changeId: change.id }) } });
  await prisma.staffMember.create({ data: { personId, role } });
} // prettier-ignore

/** A hash for each person by id; the stored one as long as it still fits the password. */
async function hashPasswords(): Promise<Map<string, string>> {
  const rows = await client().person.findMany({
    where: { id: { in: seededPeople.map(({ id }) => id) } },
    select: { id: true, passwordHash: true },
  });
  const stored = new Map(rows.map(({ id, passwordHash }) => [id, passwordHash]));
  const entries = seededPeople.map(async (person): Promise<[string, string]> => {
    const password = seededPassword(person);
    const known = stored.get(person.id);
    if (known !== undefined && (await verify(known, password))) return [person.id, known];
    return [person.id, await hash(password, passwordHashing)];
  });
  return new Map(await Promise.all(entries));
}

async function seedPartner({ prisma }: Transaction, partner: SeededPartner): Promise<void> {
  const { id, name, projects } = partner;
  await prisma.partner.upsert({ where: { id }, create: { id, name }, update: {} });
  for (const project of projects) {
    await seedProject(prisma, project);
    await seedClient(prisma, project);
  }
}

async function seedProject(prisma: Transaction['prisma'], project: SeededProject): Promise<void> {
  const { id, partnerId, name, livemode, tier, negotiatedLimits } = project;
  // An update publishes the change to every process; a seed that finds everything in place must not.
  await prisma.project.createMany({
    data: [
      {
        id,
        partnerId,
        name,
        livemode,
        tier,
        ...(negotiatedLimits && { negotiatedLimits: negotiatedLimits }),
        actsForApplicants: livemode,
      },
    ],
    skipDuplicates: true,
  });
}

async function seedClient(prisma: Transaction['prisma'], project: SeededProject): Promise<void> {
  const { id, name, credentialId } = project.client;
  await prisma.oAuthClient.upsert({
    where: { id },
    create: { id, projectId: project.id, name, scopes: [...scopes] },
    update: { scopes: [...scopes] },
  });
  const secret = seededClientSecret(project);
  const proof = { secretHmac: new Uint8Array(secretHmac(secret)), hint: secretHint(secret) };
  await prisma.oAuthCredential.upsert({
    where: { id: credentialId },
    create: { id: credentialId, clientId: id, kind: 'secret', slot: 1, ...proof },
    update: proof,
  });
}

async function seedPerson(
  tx: Transaction,
  person: SeededPerson,
  passwordHashes: ReadonlyMap<string, string>,
): Promise<void> {
  const { prisma } = tx;
  const { id, email, name, role, partnerId } = person;
  const secrets = {
    passwordHash: passwordHashes.get(id) as string,
    totpSecretEncrypted: new Uint8Array(encrypt('personal-data', seededTotpSecret(person), id)),
  };
  await prisma.person.upsert({ where: { id }, create: { id, email, name, ...secrets }, update: secrets });
  if (partnerId === undefined) {
    await seedStaff(tx, person);
  } else {
    const memberRole = role as Extract<typeof role, 'owner' | 'developer'>;
    await prisma.partnerMember.upsert({
      where: { partnerId_personId: { partnerId, personId: id } },
      create: { partnerId, personId: id, role: memberRole },
      update: {},
    });
  }
}
