// Stops and limits as the dashboard's routes answer them, with the names of who decided.
import { namesOfPeople } from '@/lib/staff';
import { readLimits, type Limits } from './limits';
import { listPartnerNames, listStops } from './repository/controls';
import type { MoneyOutStop } from './stop';

type Names = Readonly<Record<string, string>>;

/** A person by name; a job of ours by its own. */
function who(id: string | null, names: Names) {
  return id === null ? null : { id, name: names[id] ?? id };
}

const iso = (at: Date | null) => at?.toISOString() ?? null;

function showStop(stop: MoneyOutStop, names: Names, partners: Names) {
  return {
    id: stop.id,
    partner: stop.partnerId === null ? null : { id: stop.partnerId, name: partners[stop.partnerId] ?? stop.partnerId },
    reason: stop.reason,
    stopped_by: who(stop.stoppedBy, names),
    stopped: stop.stoppedAt.toISOString(),
    start_proposed_by: who(stop.startProposedBy, names),
    start_proposed: iso(stop.startProposedAt),
    started_by: who(stop.startedBy, names),
    started: iso(stop.startedAt),
  }; // prettier-ignore
}

export type ShownStop = ReturnType<typeof showStop>;

/** Stops, newest first. @param onlyHeld those that hold now. */
async function showStops(onlyHeld: boolean): Promise<ShownStop[]> {
  const stops = await listStops({ onlyHeld });
  const people = stops.flatMap(({ stoppedBy, startProposedBy, startedBy }) => [
    stoppedBy,
    startProposedBy,
    startedBy,
  ]);
  const [names, partners] = await Promise.all([
    namesOfPeople(people.filter((id) => id !== null)),
    stops.some(({ partnerId }) => partnerId !== null) ? listPartnerNames() : [],
  ]);
  const byId = Object.fromEntries(partners.map(({ id, name }) => [id, name]));
  return stops.map((stop) => showStop(stop, names, byId));
}

/** What holds now: for the banner on every page. */
export const showHeldStops = (): Promise<ShownStop[]> => showStops(true);

/** The journal, and the partners whose money-out could be stopped. */
export async function showStopPage() {
  const [journal, partners] = await Promise.all([showStops(false), listPartnerNames()]);
  return { journal, partners };
}

export type ShownStopPage = Awaited<ReturnType<typeof showStopPage>>;

function showVersion(limits: Limits, names: Names) {
  return {
    version: limits.version,
    per_item_pence: limits.perItemPence,
    per_person_day_pence: limits.perPersonDayPence,
    per_partner_day_pence: limits.perPartnerDayPence,
    reason: limits.reason,
    proposed_by: who(limits.proposedBy, names),
    proposed: limits.proposedAt.toISOString(),
    confirmed_by: who(limits.confirmedBy, names),
    confirmed: iso(limits.confirmedAt),
    withdrawn_by: who(limits.withdrawnBy, names),
    withdrawn: iso(limits.withdrawnAt),
  };
}

/** The limits in force, the open proposal, every version. */
export async function showLimits() {
  const { inForce, proposed, versions } = await readLimits();
  const people = versions.flatMap(({ proposedBy, confirmedBy, withdrawnBy }) => [
    proposedBy,
    confirmedBy,
    withdrawnBy,
  ]);
  const names = await namesOfPeople(people.filter((id) => id !== null));
  return {
    in_force: showVersion(inForce, names),
    proposed: proposed && showVersion(proposed, names),
    versions: versions.map((version) => showVersion(version, names)),
  };
}

export type ShownLimits = Awaited<ReturnType<typeof showLimits>>;
export type ShownLimitsVersion = ShownLimits['in_force'];
