import { isIP } from 'node:net';
import { isPublicAddress } from './public-address.ts';

const local = new Set(['localhost', '127.0.0.1', '[::1]']);

/** What can be said of a webhook's address before its name is looked up. */
export function mayCall(text: string, isPrivateAllowed: boolean): boolean {
  const url = URL.parse(text);
  if (!url || url.username !== '' || url.password !== '') return false;
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && local.has(url.hostname))) return false;
  if (isPrivateAllowed) return true;
  if (local.has(url.hostname)) return false;
  const literal = url.hostname.replace(/^\[|\]$/g, '');
  return isIP(literal) === 0 || isPublicAddress(literal);
}
