// One row of the result.
import type { Comparison } from './interleave';
import type { Series } from './statistics';

export interface Figure {
  /** What was measured; the row's key in docs/benchmarks.md. */
  readonly name: string;
  readonly ours: string;
  /** What ours was compared with, and its figure. */
  readonly against?: string;
  /** Ours ÷ theirs with its spread. */
  readonly ratio?: string;
  readonly goal?: string;
  readonly met?: boolean;
}

export function thousands(value: number): string {
  return Math.round(value).toLocaleString('en-GB');
}

export function perSecond({ median, least, most }: Series): string {
  return `${thousands(median)}/s (${thousands(least)}–${thousands(most)})`;
}

/** The row of a comparison; its median ratio should be at least `goal`, where there is one. */
export function comparisonFigure(
  name: string,
  { ours, theirs, ratio }: Comparison,
  against: string,
  goal: number | undefined,
): Figure {
  return {
    name,
    ours: perSecond(ours),
    against: `${against}: ${perSecond(theirs)}`,
    ratio: `${ratio.median.toFixed(2)} (${ratio.least.toFixed(2)}–${ratio.most.toFixed(2)})`,
    ...(goal !== undefined && { goal: `≥ ${goal}`, met: ratio.median >= goal }),
  };
}
