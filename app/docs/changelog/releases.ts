// CHANGELOG.md (Keep a Changelog) as data: releases, their kinds of change, their entries. Read once, when the page is first shown.
import { readFileSync } from 'node:fs';
import path from 'node:path';

interface Release {
  readonly name: string;
  readonly changes: readonly { readonly kind: string; readonly entries: readonly string[] }[];
}

/** Splits `text` before each line that starts with `mark`; what stands before the first is dropped. */
function sections(text: string, mark: string): { readonly title: string; readonly body: string }[] {
  return text
    .split(new RegExp(`^${mark} `, 'm'))
    .slice(1)
    .map((part) => {
      const [title = '', ...rest] = part.split('\n');
      return { title: title.trim(), body: rest.join('\n') };
    });
}

export function parseChangelog(text: string): Release[] {
  return sections(text, '##').map(({ title, body }) => ({
    name: title.replace(/^\[(.*?)\]/, '$1'),
    changes: sections(body, '###').map((change) => ({
      kind: change.title,
      entries: change.body
        .split(/^- /m)
        .slice(1)
        .map((entry) => entry.replaceAll(/\s+/g, ' ').trim()),
    })),
  }));
}

export const releases = parseChangelog(readFileSync(path.join(process.cwd(), 'CHANGELOG.md'), 'utf8'));
