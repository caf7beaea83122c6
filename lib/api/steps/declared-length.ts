// Refuses a body that says it is too large, before anything is read or looked up (contract §3: 256 KiB).
import { ApiError } from '@/lib/core/errors';

export const maximumBodyBytes = 256 * 1024;

export const checkDeclaredLength = ({ request }: { readonly request: Request }): void => {
  const declared = request.headers.get('content-length');
  if (declared !== null && Number(declared) > maximumBodyBytes) throw new ApiError('payload_too_large');
};
