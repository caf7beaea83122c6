// ES256 (RFC 7518 §3.4) with low-s signatures only: of the two signatures (r, s) and (r, n − s) that ECDSA
// accepts, we make and take one, so that nobody can respell a token.
import { sign, verify, type KeyObject } from 'node:crypto';
import { promisify } from 'node:util';

const order = BigInt('0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551');
const scalarBytes = 32;
const signatureBytes = 2 * scalarBytes;
const halfOrder = Buffer.from((order / 2n).toString(16).padStart(2 * scalarBytes, '0'), 'hex');

function isLowS(signature: Uint8Array): boolean {
  return Buffer.compare(signature.subarray(scalarBytes), halfOrder) <= 0;
}

function toLowS(signature: Buffer): Buffer {
  if (isLowS(signature)) return signature;
  const s = order - BigInt(`0x${signature.subarray(scalarBytes).toString('hex')}`);
  signature.write(s.toString(16).padStart(2 * scalarBytes, '0'), scalarBytes, 'hex');
  return signature;
}

// On a thread of Node's pool: a signature is a good part of what minting costs, and requests need not wait for it.
const signOnPool = promisify(sign);

/** Signs `data`: 64 bytes, r then s. */
export async function signEs256(data: Uint8Array, privateKey: KeyObject): Promise<Buffer> {
  return toLowS(await signOnPool('sha256', data, { key: privateKey, dsaEncoding: 'ieee-p1363' }));
}

/** Whether `signature` is the low-s signature of `data`. */
export function verifyEs256(data: Uint8Array, signature: Uint8Array, publicKey: KeyObject): boolean {
  return (
    signature.length === signatureBytes &&
    isLowS(signature) &&
    verify('sha256', data, { key: publicKey, dsaEncoding: 'ieee-p1363' }, signature)
  );
}
