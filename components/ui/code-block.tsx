import { highlight, type CodeLanguage } from './highlight';
import { CopyButton } from './copy-button';

interface CodeBlockProps {
  readonly code: string;
  readonly language: CodeLanguage;
  /** Says what the block is; stands above it and names it for a screen reader. */
  readonly title: string;
}

/** Code with its colours made on the server, a title, and a button that copies it exactly. */
export async function CodeBlock({ code, language, title }: CodeBlockProps) {
  const lines = await highlight(code, language);
  return (
    <figure className="min-w-0 overflow-hidden rounded-surface border border-line bg-sunken">
      <figcaption className="flex h-9 items-center justify-between gap-3 border-b border-line pr-1.5 pl-4 text-12 font-medium text-ink-muted">
        <span className="truncate">{title}</span>
        <CopyButton text={code} what={title} />
      </figcaption>
      <pre
        tabIndex={0}
        role="region"
        aria-label={title}
        className="overflow-x-auto px-4 py-3 text-13 leading-[1.6] text-ink -outline-offset-2"
      >
        <code>
          {lines.map((line, index) => (
            <span key={index}>
              {line.map((token, position) =>
                token.kind === undefined ? (
                  token.text
                ) : (
                  <span key={position} className={`token-${token.kind}`}>
                    {token.text}
                  </span>
                ),
              )}
              {index < lines.length - 1 && '\n'}
            </span>
          ))}
        </code>
      </pre>
    </figure>
  );
}
