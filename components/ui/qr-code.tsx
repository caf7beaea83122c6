'use client';
import { useEffect, useState } from 'react';

interface Drawing {
  readonly size: number;
  readonly path: string;
}

/** Drawn in the browser as one path; the text never leaves it. Black on white in both themes, or phones cannot read it. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const [drawing, setDrawing] = useState<Drawing>();
  useEffect(() => {
    let isCurrent = true;
    void import('qrcode').then(({ create }) => {
      const { size, data } = create(text, { errorCorrectionLevel: 'M' }).modules;
      const path = Array.from(data, (dark, index) =>
        dark ? `M${index % size} ${Math.floor(index / size)}h1v1h-1z` : '',
      ).join('');
      if (isCurrent) setDrawing({ size, path });
    });
    return () => {
      isCurrent = false;
    };
  }, [text]);
  return (
    <div className="size-48 rounded-surface border border-line bg-[white] p-3">
      {drawing !== undefined && (
        <svg
          role="img"
          aria-label={label}
          viewBox={`0 0 ${drawing.size} ${drawing.size}`}
          shapeRendering="crispEdges"
        >
          <path d={drawing.path} fill="black" />
        </svg>
      )}
    </div>
  );
}
