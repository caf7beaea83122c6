/** How far something has come: "4 of 7 checks". */
export function Progress({
  label,
  value,
  max,
  text,
}: {
  label: string;
  value: number;
  max: number;
  text: string;
}) {
  return (
    <div>
      <p className="numeric text-13 text-ink-muted">{text}</p>
      <div
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={max}
        aria-valuenow={value}
        aria-valuetext={text}
        className="mt-1 h-1.5 overflow-hidden rounded-full bg-line"
      >
        <svg aria-hidden className="block size-full text-accent">
          <rect width={`${max > 0 ? (value / max) * 100 : 0}%`} height="100%" fill="currentColor" />
        </svg>
      </div>
    </div>
  );
}
