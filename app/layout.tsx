import type { Metadata, Viewport } from 'next';
import { cookies, headers } from 'next/headers';
import type { ReactNode } from 'react';
import { ContentSecurityNonce } from '@/components/ui/content-security-nonce';
import { isThemeChoice, themeCookie } from '@/components/ui/theme';
import { inter, interExtended, jetBrainsMono, sourceSerif } from './fonts';
import './globals.css';

export const metadata: Metadata = {
  title: { default: 'Credicorp for partners', template: '%s · Credicorp for partners' },
  description:
    'Lending to UK limited companies, as an API: applications, authoritative decisions, payouts released by people.',
};

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#fbf9f5' },
    { media: '(prefers-color-scheme: dark)', color: '#14120f' },
  ],
};

/** Reading the nonce makes every page a per-request one, which a nonce demands; the theme comes with the first byte. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const nonce = (await headers()).get('x-nonce') ?? undefined;
  const theme = (await cookies()).get(themeCookie)?.value;
  const fonts = [inter, interExtended, sourceSerif, jetBrainsMono].map((font) => font.variable).join(' ');
  return (
    <html lang="en-GB" className={fonts} data-theme={isThemeChoice(theme) ? theme : undefined}>
      <body>
        <a
          href="#content"
          className="fixed top-2 left-2 z-50 -translate-y-16 rounded-control bg-accent px-3 py-2 font-medium text-accent-ink focus:translate-y-0"
        >
          Skip to content
        </a>
        <ContentSecurityNonce nonce={nonce}>{children}</ContentSecurityNonce>
      </body>
    </html>
  );
}
