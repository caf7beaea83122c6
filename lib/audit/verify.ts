// Checks every chain from its first link, and against an anchor from outside where one is given.
import { firstIdAt } from '@/lib/core/ids';
import type { Anchor } from './anchor';
import { firstPreviousHash, linkHolds, type ChainHead, type ChainLink } from './chain';
import { findUnsealed, readHeads, readLinks } from './repository';

export type AuditFindingKind =
  | 'entry_changed' // an entry is not what was sealed: edited, or exchanged with another
  | 'entry_missing' // sealed, and gone
  | 'entry_unsealed' // there, old, and never sealed: put in by hand
  | 'chain_broken' // a link does not follow the one before
  | 'tail_missing' // the chain ends before its head, or before the anchor
  | 'anchor_differs'; // the whole chain was hashed anew

export interface AuditFinding {
  readonly kind: AuditFindingKind;
  readonly stream: string;
  /** Place in the chain, or the entry's id where it has none. */
  readonly at: string;
}

export interface AuditVerdict {
  readonly streams: number;
  readonly links: number;
  readonly findings: readonly AuditFinding[];
}

const page = 2_000;
/** A younger entry may still wait for the sealing job. */
const sealingPatienceMs = 5 * 60_000;
const mostFindings = 100;

class Walk {
  readonly findings: AuditFinding[] = [];
  streams = 0;
  links = 0;
  #last: ChainLink | undefined;

  constructor(
    readonly heads: ReadonlyMap<string, ChainHead>,
    readonly anchor: ReadonlyMap<string, ChainHead>,
  ) {}

  #find(kind: AuditFindingKind, stream: string, at: string | number): void {
    if (this.findings.length < mostFindings) this.findings.push({ kind, stream, at: String(at) });
  }

  step(link: ChainLink): void {
    if (this.#last?.stream !== link.stream) {
      this.#endStream();
      this.streams += 1;
    }
    const before = this.#last;
    this.links += 1;
    const expected = {
      sequence: (before?.sequence ?? 0) + 1,
      previousHash: before?.hash ?? firstPreviousHash,
    };
    if (link.sequence !== expected.sequence || link.previousHash !== expected.previousHash)
      this.#find('chain_broken', link.stream, link.sequence);
    if (!link.entry) this.#find('entry_missing', link.stream, link.sequence);
    else if (!linkHolds(link)) this.#find('entry_changed', link.stream, link.sequence);
    const anchored = this.anchor.get(link.stream);
    if (anchored?.sequence === link.sequence && anchored.hash !== link.hash)
      this.#find('anchor_differs', link.stream, link.sequence);
    this.#last = link;
  }

  #endStream(): void {
    const last = this.#last;
    if (!last) return;
    const head = this.heads.get(last.stream);
    const leastLength = Math.max(head?.sequence ?? 0, this.anchor.get(last.stream)?.sequence ?? 0);
    // A chain that has grown since the heads were read is no finding.
    if (last.sequence < leastLength || !head) this.#find('tail_missing', last.stream, last.sequence);
    else if (last.sequence === head.sequence && last.hash !== head.hash)
      this.#find('chain_broken', last.stream, last.sequence);
    this.#seen.add(last.stream);
    this.#last = undefined;
  }

  readonly #seen = new Set<string>();

  end(unsealed: readonly string[]): AuditVerdict {
    this.#endStream();
    for (const { stream } of [...this.heads.values(), ...this.anchor.values()]) {
      if (this.#seen.has(stream)) continue;
      this.#seen.add(stream);
      this.#find('tail_missing', stream, 0);
    }
    for (const id of unsealed) this.#find('entry_unsealed', '', id);
    return { streams: this.streams, links: this.links, findings: this.findings };
  }
}

const byStream = (heads: readonly ChainHead[]) => new Map(heads.map((head) => [head.stream, head]));

/**
 * Walks all chains. Without an anchor it finds what contradicts itself; a tail that was cut together with its head, or a
 * chain hashed anew from some point on, only an anchor shows.
 *
 * @param anchor as `readAnchor` returned it, and from somewhere the database's administrators cannot write.
 */
export async function verifyAudit(anchor?: Anchor): Promise<AuditVerdict> {
  const heads = (await readHeads()).filter(({ sequence }) => sequence > 0);
  const walk = new Walk(byStream(heads), byStream(anchor?.heads ?? []));
  let place = { stream: '', sequence: 0 };
  for (;;) {
    const links = await readLinks(place, page);
    for (const link of links) walk.step(link);
    const last = links.at(-1);
    if (!last || links.length < page) break;
    place = last;
  }
  const youngest = firstIdAt('aud', Date.now() - sealingPatienceMs);
  return walk.end(await findUnsealed({ endId: youngest }, mostFindings));
}
