/** Something is being waited for, live. Still where motion is unwelcome. */
export function PulseDot() {
  return (
    <span aria-hidden className="relative flex size-2.5 shrink-0">
      <span className="absolute inline-flex size-full rounded-full bg-accent opacity-60 motion-safe:animate-ping" />
      <span className="relative inline-flex size-2.5 rounded-full bg-accent" />
    </span>
  );
}
