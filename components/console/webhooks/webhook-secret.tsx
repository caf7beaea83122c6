'use client';
import { SecretReveal } from '@/components/ui/secret-reveal';

export interface EndpointSecret {
  readonly id: string;
  readonly url: string;
  readonly secret: string;
}

interface WebhookSecretProps {
  readonly title: string;
  readonly endpoint: EndpointSecret;
  readonly doneLabel: string;
  readonly onStored: () => void;
}

/** The signing secret, the one time that it is shown. */
export function WebhookSecret({ title, endpoint: { id, url, secret }, ...rest }: WebhookSecretProps) {
  return (
    <SecretReveal
      {...rest}
      title={title}
      facts={[
        { name: 'Endpoint', value: id },
        { name: 'URL', value: url },
      ]}
      secret={{ name: 'Signing secret', value: secret }}
      file={{ name: 'webhook.env', text: `CREDICORP_WEBHOOK_SECRET=${secret}\n` }}
    />
  );
}
