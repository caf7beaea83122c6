import { Badge } from '@/components/ui/badge';

/** An HTTP status; its class has a colour, its number says it. */
export function StatusBadge({ status }: { status: number }) {
  const tone =
    status >= 500
      ? 'danger'
      : status === 429
        ? 'caution'
        : status >= 400
          ? 'danger'
          : status >= 300
            ? 'info'
            : 'accent';
  return (
    <Badge mono tone={tone}>
      {status}
    </Badge>
  );
}
