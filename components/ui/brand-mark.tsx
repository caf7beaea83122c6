/** The mark beside the name. */
export function BrandMark() {
  return (
    <svg aria-hidden viewBox="0 0 24 24" className="size-5.5 shrink-0">
      <rect x="2" y="2" width="20" height="20" rx="5.5" fill="var(--accent)" />
      <path
        d="M15.6 8.7A4.9 4.9 0 1 0 15.6 15.3M12 12h7"
        fill="none"
        stroke="var(--accent-ink)"
        strokeWidth="2"
        strokeLinecap="round"
      />
    </svg>
  );
}
