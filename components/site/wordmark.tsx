import Link from 'next/link';

/** The name with its mark: two sheets and the line between them, what a partner asks and what people release. */
export function Wordmark() {
  return (
    <Link
      href="/"
      className="flex h-8 items-center gap-2 rounded-control font-semibold tracking-[-0.01em] text-ink"
    >
      <svg aria-hidden viewBox="0 0 24 24" className="size-5.5">
        <rect x="2" y="2" width="20" height="20" rx="5.5" fill="var(--accent)" />
        <path
          d="M15.6 8.7A4.9 4.9 0 1 0 15.6 15.3M12 12h7"
          fill="none"
          stroke="var(--accent-ink)"
          strokeWidth="2"
          strokeLinecap="round"
        />
      </svg>
      Credicorp
      <span className="font-normal text-ink-muted max-[22rem]:sr-only">Partners</span>
    </Link>
  );
}
