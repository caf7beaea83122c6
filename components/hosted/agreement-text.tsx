interface AgreementTextProps {
  readonly text: string;
  readonly sha256: string;
}

/** The agreement word for word, with the hash by which it can be recognised. Scrolls by keyboard, too. */
export function AgreementText({ text, sha256 }: AgreementTextProps) {
  return (
    <figure className="rounded-surface border border-line bg-surface">
      <div
        role="region"
        aria-label="Text of the agreement"
        tabIndex={0}
        className="numeric max-h-96 overflow-y-auto px-5 py-4 text-14 leading-relaxed wrap-anywhere whitespace-pre-wrap text-ink"
      >
        {text}
      </div>
      <figcaption className="border-t border-line px-5 py-3 text-12 text-ink-muted">
        SHA-256 of this text: <code className="wrap-anywhere">{sha256}</code>
      </figcaption>
    </figure>
  );
}
