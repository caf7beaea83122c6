'use client';
import { useMemo } from 'react';
import { CopyButton } from './copy-button';

interface JsonViewerProps {
  /** Already parsed; text that is no JSON is shown as it is. */
  readonly value: unknown;
  readonly title: string;
}

const pattern = /("(?:[^"\\]|\\.)*")(\s*:)?|\b(true|false|null)\b|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;

interface Piece {
  readonly text: string;
  readonly kind?: 'string' | 'keyword' | 'constant' | 'function';
}

/** Colours for JSON that arrives in the browser; code that the server knows goes through CodeBlock. */
function coloured(text: string): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const match of text.matchAll(pattern)) {
    if (match.index > from) pieces.push({ text: text.slice(from, match.index) });
    const [whole, quoted, colon, word] = match;
    if (quoted !== undefined && colon !== undefined) {
      pieces.push({ text: quoted, kind: 'function' }, { text: colon });
    } else {
      pieces.push({
        text: whole,
        kind: quoted !== undefined ? 'string' : word !== undefined ? 'keyword' : 'constant',
      });
    }
    from = match.index + whole.length;
  }
  return [...pieces, { text: text.slice(from) }];
}

/** A body as it was sent, indented, with a button that copies it. */
export function JsonViewer({ value, title }: JsonViewerProps) {
  const text = typeof value === 'string' ? value : JSON.stringify(value, null, 2);
  const pieces = useMemo(() => coloured(text), [text]);
  return (
    <figure className="min-w-0 overflow-hidden rounded-surface border border-line bg-sunken">
      <figcaption className="flex h-9 items-center justify-between gap-3 border-b border-line pr-1.5 pl-4 text-12 font-medium text-ink-muted">
        <span className="truncate">{title}</span>
        <CopyButton text={text} what={title} />
      </figcaption>
      <pre
        tabIndex={0}
        role="region"
        aria-label={title}
        className="max-h-112 overflow-auto px-4 py-3 text-13 leading-[1.6] text-ink -outline-offset-2"
      >
        <code>
          {pieces.map((piece, index) =>
            piece.kind === undefined ? (
              piece.text
            ) : (
              <span key={index} className={`token-${piece.kind}`}>
                {piece.text}
              </span>
            ),
          )}
        </code>
      </pre>
    </figure>
  );
}
