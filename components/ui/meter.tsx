import { classNames } from './class-names';

interface MeterProps {
  readonly label: string;
  readonly value: number;
  readonly max: number;
  /** The value in words: "412 of 500 tokens". */
  readonly text: string;
  /** From this share on it wears amber. */
  readonly cautionShare?: number;
}

/** Text first, bar second. Drawn as SVG: the content security policy allows no style attributes in the page. */
export function Meter({ label, value, max, text, cautionShare = 0.8 }: MeterProps) {
  const share = max > 0 ? Math.min(Math.max(value / max, 0), 1) : 0;
  return (
    <div>
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <span className="text-ink-muted">{label}</span>
        <span className="numeric font-medium text-ink">{text}</span>
      </div>
      <div
        role="meter"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={max}
        aria-valuenow={value}
        aria-valuetext={text}
        className="mt-1.5 h-1.5 overflow-hidden rounded-full bg-line"
      >
        <svg
          aria-hidden
          className={classNames('block size-full', share >= cautionShare ? 'text-caution' : 'text-accent')}
        >
          <rect width={`${share * 100}%`} height="100%" fill="currentColor" />
        </svg>
      </div>
    </div>
  );
}
