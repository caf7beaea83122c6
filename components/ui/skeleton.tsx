/** Holds the place of text that is on its way. It shows after 200 ms only, so that quick answers do not flicker. */
export function Skeleton({ lines = 3 }: { lines?: 1 | 2 | 3 | 4 }) {
  const widths = ['w-full', 'w-5/6', 'w-11/12', 'w-2/3'];
  return (
    <div role="status" className="skeleton-appear space-y-2.5">
      <span className="sr-only">Loading</span>
      {widths.slice(0, lines).map((width) => (
        <div key={width} className={`h-3.5 animate-pulse rounded-control bg-line ${width}`} />
      ))}
    </div>
  );
}
