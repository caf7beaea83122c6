'use client';
import { Download } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { useNotice } from '@/components/ui/toast';
import { request } from '@/lib/client/request';

interface DownloadButtonProps {
  readonly path: string;
  readonly query?: Readonly<Record<string, string | undefined>>;
  /** For JSON; a route that makes CSV names the file itself. */
  readonly filename?: string;
  readonly children: string;
}

interface CsvAnswer {
  readonly filename: string;
  readonly csv: string;
}

function save(filename: string, type: string, text: string) {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = filename;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 1_000);
}

/** Fetches a file through our own routes and saves it: CSV as the route wrote it, anything else as indented JSON. */
export function DownloadButton({ path, query = {}, filename, children }: DownloadButtonProps) {
  const [pending, setPending] = useState(false);
  const notice = useNotice();
  async function download() {
    setPending(true);
    try {
      const answer = await request<unknown>(path, { query });
      if (filename === undefined) {
        const { filename: name, csv } = answer as CsvAnswer;
        save(name, 'text/csv;charset=utf-8', csv);
      } else {
        save(filename, 'application/json', `${JSON.stringify(answer, null, 2)}\n`);
      }
    } catch (error) {
      notice({ tone: 'problem', title: 'The file could not be made', text: (error as Error).message });
    } finally {
      setPending(false);
    }
  }
  return (
    <Button onClick={() => void download()} pendingLabel={pending ? 'Preparing file' : undefined}>
      <Download aria-hidden className="size-4" />
      {children}
    </Button>
  );
}
