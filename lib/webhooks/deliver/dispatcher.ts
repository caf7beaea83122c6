// The dispatcher: claims what is due and attempts it, many endpoints at once and two attempts at most for each, so that
// a slow, dead or hostile receiver waits for nobody but itself. One runs in every worker process.
import { setTimeout as delay } from 'node:timers/promises';
import { withTransaction } from '@/lib/db';
import { logger } from '@/lib/logging';
import { claimDeliveries, claimDelivery, type ClaimedDelivery } from '../repository/dispatch';
import type { ResolveName } from '../target-guard';
import { attemptDelivery } from './attempt';
import { attemptTimeoutMs } from './send-message';

export const slotsPerEndpoint = 2;

// Sockets of one process. Endpoints whose last attempt failed get half at most: the rest is for those that answer.
const mostAtOnce = 512;
const mostFailingAtOnce = mostAtOnce / 2;
// An attempt, and ample time to write it down.
const leaseSeconds = attemptTimeoutMs / 1_000 + 10;
// Nothing due: look again after this. Something due: no sooner than that, so that requests keep the database's ear.
const idlePauseMs = 500;
const busyPauseMs = 50;
/** Half as fast again as a backlog must drain; above it, a flood of ours would be the API's and the receivers' problem. */
const attemptsPerSecond = 240;
const mostPerClaim = Math.ceil((attemptsPerSecond * busyPauseMs) / 1_000);

export interface Dispatcher {
  /** Claims nothing more, and waits for the attempts that are under way: ten seconds at most. */
  stop(): Promise<void>;
}

export interface DispatcherOptions {
  /** How names become addresses; the name servers when left out. */
  readonly resolve?: ResolveName | undefined;
}

/** Attempts this delivery now, unless it is not due or in somebody else's hand. */
export async function attemptNow(deliveryId: string, resolve?: ResolveName): Promise<void> {
  const claimed = await withTransaction((tx) =>
    claimDelivery(deliveryId, { slotsPerEndpoint, leaseSeconds }, tx),
  );
  if (claimed) await attemptDelivery(claimed, resolve);
}

/** Takes what is due now, as far as there is room. */
export async function claimDue(inHand: {
  readonly all: number;
  readonly failing: number;
}): Promise<ClaimedDelivery[]> {
  const most = Math.min(mostAtOnce - inHand.all, mostPerClaim);
  if (most <= 0) return [];
  const mostFailing = Math.max(0, mostFailingAtOnce - inHand.failing);
  return withTransaction((tx) => claimDeliveries({ most, mostFailing, slotsPerEndpoint, leaseSeconds }, tx));
}

/** Starts delivering in this process. */
export function startDispatcher({ resolve }: DispatcherOptions = {}): Dispatcher {
  const underWay = new Map<Promise<void>, ClaimedDelivery>();
  let stopping = false;
  let wake = () => {};

  const pause = (ms: number) =>
    new Promise<void>((done) => {
      if (stopping) return done();
      const timer = setTimeout(done, ms);
      wake = () => {
        clearTimeout(timer);
        done();
      };
    });

  const attempt = (delivery: ClaimedDelivery, afterMs: number): void => {
    const running = delay(afterMs)
      .then(() => attemptDelivery(delivery, resolve))
      .then(() => undefined)
      // Not the receiver's failure but ours: the claim lapses, and the delivery is tried again.
      .catch((error: unknown) =>
        logger().error({ err: error, delivery_id: delivery.id }, 'an attempt could not be written down'),
      )
      .finally(() => void underWay.delete(running));
    underWay.set(running, delivery);
  };

  const run = async (): Promise<void> => {
    while (!stopping) {
      let claimed: ClaimedDelivery[] = [];
      try {
        const failing = [...underWay.values()].filter((delivery) => delivery.failing);
        claimed = await claimDue({ all: underWay.size, failing: failing.length });
      } catch (error) {
        logger().warn({ err: error }, 'cannot look for deliveries');
      }
      // Spread over the pause: a handful at once would be a stall that every request beside them feels.
      claimed.forEach((delivery, place) => attempt(delivery, (place * busyPauseMs) / claimed.length));
      await pause(claimed.length > 0 ? busyPauseMs : idlePauseMs);
    }
    await Promise.all(underWay.keys());
  };

  const running = run();
  return {
    stop: () => {
      stopping = true;
      wake();
      return running;
    },
  };
}
