// One sweep: an act is done again and again, broken at the first message, the second, and so on until it ends unbroken.
import type { FaultStyle, MessageProxy } from '@/lib/testing/servers/message-proxy';
import { startVictim, type Outcome, type Victim } from './victim-process';
import type { Order } from './victim';

/** What became of one act once everything had recovered. */
export interface Verdict {
  /** Effects beyond the one that was asked for. */
  readonly double: number;
  /** Whether something that was acknowledged, or had to come about, is missing. */
  readonly lost: number;
  /** Words for a person when either is not 0. */
  readonly says?: string;
}

export interface Scenario<Subject> {
  readonly name: string;
  /** Everything that comes before the act. */
  prepare(): Promise<Subject>;
  order(subject: Subject): Order;
  /** Recovers as the product does, and counts. */
  judge(subject: Subject, outcome: Outcome): Promise<Verdict>;
}

export interface SweepResult {
  readonly scenario: string;
  readonly style: FaultStyle;
  /** Messages of the act when nothing breaks. */
  readonly messages: number;
  readonly runs: number;
  readonly struck: number;
  readonly double: number;
  readonly lost: number;
  readonly complaints: readonly string[];
}

export interface SweepOptions {
  readonly proxy: MessageProxy;
  readonly settings: Readonly<Record<string, string>>;
  /** Which messages to strike; every one when left out. */
  readonly only?: (message: number) => boolean;
}

/** More than any act says: a sweep that does not end is a fault of the sweep. */
const mostMessages = 400;

export async function sweep<Subject>(
  scenario: Scenario<Subject>,
  style: FaultStyle,
  { proxy, settings, only = () => true }: SweepOptions,
): Promise<SweepResult> {
  let victim: Promise<Victim> | undefined;
  let runs = 0;
  let [struck, double, lost, messages] = [0, 0, 0, 0];
  const complaints: string[] = [];
  try {
    for (let at = 1; ; at += 1) {
      if (at > mostMessages) throw new Error(`${scenario.name} does not end`);
      if (!only(at)) continue;
      const subject = await scenario.prepare();
      const struckOne = await (victim ??= startVictim(settings));
      proxy.arm(at, style, () => struckOne.kill());
      const outcome = await struckOne.obey(scenario.order(subject));
      const said = proxy.disarm();
      // The next one starts while this one's traces are looked at.
      if (outcome.died) victim = startVictim(settings);
      const verdict = await scenario.judge(subject, outcome);
      runs += 1;
      double += verdict.double;
      lost += verdict.lost;
      if (verdict.says !== undefined) complaints.push(`${style} at message ${at}: ${verdict.says}`);
      if (!said.struck) {
        messages = said.messages;
        if (outcome.error !== undefined) complaints.push(`unbroken, yet: ${outcome.error}`);
        break;
      }
      struck += 1;
    }
  } finally {
    await (await victim)?.stop();
  }
  return { scenario: scenario.name, style, messages, runs, struck, double, lost, complaints };
}
