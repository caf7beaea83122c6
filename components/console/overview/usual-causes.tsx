import { Callout } from '@/components/ui/callout';

/** What keeps a first call from being seen here. */
export function UsualCauses() {
  return (
    <Callout tone="caution" title="Nothing for a minute. The usual causes">
      <ul className="list-disc space-y-1 pl-4.5">
        <li>The call names another project’s client. Compare the client id with the one below.</li>
        <li>A proxy or a firewall on your side keeps the call from leaving. Try from another network.</li>
        <li>The host is spelled differently. Copy it from the lines below.</li>
        <li>The call names no client at all. Such calls belong to no project and show nowhere.</li>
      </ul>
    </Callout>
  );
}
