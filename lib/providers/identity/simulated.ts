// A deterministic KYC/AML provider (contract §10): surnames decide about persons, the registry about companies.
import { isSameCompanyName } from '@/lib/core/company-name';
import type { CompanyRegistry } from '../company-registry/port';
import type {
  Company,
  Finding,
  FindingKind,
  FindingResult,
  IdentityAnswer,
  IdentityProvider,
  Person,
} from './port';

type Type = 'individual' | 'business';

const examinations: Readonly<Record<Type, readonly FindingKind[]>> = {
  individual: ['name', 'address', 'date_of_birth', 'document', 'sanctions', 'pep'],
  business: ['company_registry', 'name', 'sanctions'],
};

function allPassedBut(type: Type, exception?: Finding): readonly Finding[] {
  return examinations[type].map((kind) => ({
    kind,
    result: exception?.kind === kind ? exception.result : 'passed',
  }));
}

const exceptions: Readonly<Record<Type, Readonly<Record<FindingResult, Finding | undefined>>>> = {
  individual: {
    passed: undefined,
    failed: { kind: 'address', result: 'failed' },
    needs_review: { kind: 'document', result: 'needs_review' },
  },
  business: {
    passed: undefined,
    failed: { kind: 'company_registry', result: 'failed' },
    needs_review: { kind: 'name', result: 'needs_review' },
  },
};

/** What is found of a subject of this type when its check ends so. */
export function simulatedFindings(type: Type, outcome: FindingResult): readonly Finding[] {
  return allPassedBut(type, exceptions[type][outcome]);
}

const bySurname: ReadonlyMap<string, readonly Finding[]> = new Map([
  ['fail', simulatedFindings('individual', 'failed')],
  ['review', simulatedFindings('individual', 'needs_review')],
  ['sanctioned', allPassedBut('individual', { kind: 'sanctions', result: 'failed' })],
]);
const slowSurname = 'slow';
const slowSeconds = 30;

function aboutPerson({ lastName }: Person, askedAt: Date, now: Date): IdentityAnswer {
  const surname = lastName.trim().toLowerCase();
  const readyAt = new Date(askedAt.getTime() + slowSeconds * 1_000);
  if (surname === slowSurname && now < readyAt) return { kind: 'pending', readyAt };
  return { kind: 'result', findings: bySurname.get(surname) ?? simulatedFindings('individual', 'passed') };
}

async function aboutCompany(
  company: Company,
  registry: CompanyRegistry,
  signal: AbortSignal,
): Promise<IdentityAnswer> {
  const registered = await registry.lookUp(company.companyNumber, signal);
  if (registered?.status !== 'active') {
    return { kind: 'result', findings: simulatedFindings('business', 'failed') };
  }
  const outcome = isSameCompanyName(registered.name, company.name) ? 'passed' : 'needs_review';
  return { kind: 'result', findings: simulatedFindings('business', outcome) };
}

/** @param registry the one whose companies it knows. */
export function simulatedIdentityProvider(registry: CompanyRegistry): IdentityProvider {
  return {
    verify: async (question, signal) =>
      question.type === 'individual'
        ? aboutPerson(question.person, question.askedAt, question.now)
        : aboutCompany(question.company, registry, signal),
  };
}
