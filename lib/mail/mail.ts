// A mail as the domains write it, and its two shapes on the wire: plain text and simple HTML.

export interface Mail {
  readonly to: string;
  readonly subject: string;
  /** Paragraphs of plain sentences. */
  readonly paragraphs: readonly string[];
  /** Shown large between the paragraphs and the link. */
  readonly code?: string;
  readonly link?: { readonly label: string; readonly url: string };
}

const signature = 'Credicorp Partners';

export function mailText({ paragraphs, code, link }: Mail): string {
  const parts = [
    ...paragraphs,
    ...(code ? [code] : []),
    ...(link ? [`${link.label}:\n${link.url}`] : []),
    signature,
  ];
  return `${parts.join('\n\n')}\n`;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escapeHtml = (text: string) =>
  text.replaceAll(/[&<>"']/g, (character) => entities[character] ?? character);

export function mailHtml({ subject, paragraphs, code, link }: Mail): string {
  const parts = [
    ...paragraphs.map((paragraph) => `<p>${escapeHtml(paragraph)}</p>`),
    ...(code ? [`<p style="font:600 28px monospace;letter-spacing:4px">${escapeHtml(code)}</p>`] : []),
    ...(link ? [`<p><a href="${escapeHtml(link.url)}">${escapeHtml(link.label)}</a></p>`] : []),
    `<p>${signature}</p>`,
  ];
  return `<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>${escapeHtml(subject)}</title></head><body style="font:16px/1.5 sans-serif;max-width:560px">${parts.join('')}</body></html>`;
}
