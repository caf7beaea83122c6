// What one address may ask of the token plane, before any client is looked up (contract §4).
import { addressLimit } from '@/lib/rate-limit';
import type { TokenPlaneStep } from '../oauth-exchange';
import { requireAllowed } from './require-allowed';

export const limitAddress: TokenPlaneStep = ({ address }) => requireAllowed(addressLimit(address));
