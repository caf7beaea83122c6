// Sends a password manager to the page where a password is changed (W3C "A Well-Known URL for Changing Passwords").
import { refuseMethod } from '@/lib/api/partner-route';
import { partnerHeaders } from '@/lib/api/response-headers';
import { newId } from '@/lib/core/ids';

const redirect = async (): Promise<Response> =>
  new Response(null, {
    status: 302,
    headers: { ...partnerHeaders(newId('req')), location: '/console/security' },
  });
const refuse = refuseMethod(['GET', 'HEAD']);

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = {
  GET: redirect,
  HEAD: redirect,
  POST: refuse,
  PUT: refuse,
  PATCH: refuse,
  DELETE: refuse,
  OPTIONS: refuse,
};
