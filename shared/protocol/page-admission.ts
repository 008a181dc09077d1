import type { PrivacyPolicy } from './privacy-policy.ts';
import { matchesUrlGlob } from './url-glob.ts';

/** May this page be sent at all? `paused`: not this page; `not-allowed`: nothing of its origin. */
export function admitPage(policy: PrivacyPolicy, url: string): 'admitted' | 'paused' | 'not-allowed' {
  const origin = originOf(url);
  if (policy.blockedOrigins.some((blocked) => originOf(blocked) === origin)) return 'not-allowed';
  const { allowedOrigins } = policy;
  if (allowedOrigins.length > 0 && !allowedOrigins.some((allowed) => originOf(allowed) === origin))
    return 'not-allowed';
  return policy.pausePages.some((glob) => matchesUrlGlob(glob, url)) ? 'paused' : 'admitted';
}

/** By hand, as this folder has no `URL`: scheme and host in lower case, without the scheme's own port. */
function originOf(url: string): string {
  const parts = /^(https?):\/\/(?:[^/?#]*@)?([^/?#]*)/i.exec(url);
  if (!parts) return '';
  const [, scheme = '', host = ''] = parts;
  const own = scheme.toLowerCase() === 'https' ? ':443' : ':80';
  const lower = host.toLowerCase();
  return `${scheme.toLowerCase()}://${lower.endsWith(own) ? lower.slice(0, -own.length) : lower}`;
}
