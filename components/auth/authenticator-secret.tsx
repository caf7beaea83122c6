import { IdChip } from '@/components/ui/id-chip';
import { QrCode } from '@/components/ui/qr-code';

/** The secret of an authenticator app, to scan or to type. */
export function AuthenticatorSecret({ secret, uri }: { secret: string; uri: string }) {
  return (
    <div className="flex flex-wrap items-center gap-5">
      <QrCode text={uri} label="QR code for your authenticator app" />
      <div className="min-w-48 flex-1 space-y-2">
        <p>Scan this with your authenticator app, then enter the six digits it shows.</p>
        <p className="text-13 text-ink-muted">No camera? Type this key into the app:</p>
        <IdChip id={secret} what="key for the authenticator app" />
      </div>
    </div>
  );
}
