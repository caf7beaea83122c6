'use client';
// What every page of a console may count on: the query client, notices, and step-up.
import { QueryClientProvider } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { NoticeProvider } from '@/components/ui/toast';
import { createQueryClient } from '@/lib/client/query-client';
import { StepUpProvider } from './step-up';

interface ConsoleProvidersProps {
  readonly console: 'partner' | 'ops';
  readonly hasTotp: boolean;
  readonly children: ReactNode;
}

export function ConsoleProviders({ console: kind, hasTotp, children }: ConsoleProvidersProps) {
  const [queryClient] = useState(createQueryClient);
  return (
    <QueryClientProvider client={queryClient}>
      <NoticeProvider>
        <StepUpProvider
          path={kind === 'ops' ? '/api/ops/auth/step-up' : '/api/auth/step-up'}
          hasTotp={hasTotp}
        >
          {children}
        </StepUpProvider>
      </NoticeProvider>
    </QueryClientProvider>
  );
}
