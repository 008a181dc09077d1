import * as v from 'valibot';
import { nameSchema } from '../protocol/ids.ts';
import { joinCodeSchema } from '../protocol/invitation.ts';

export interface JoinInvitation {
  code: string;
  /** The name that the host has given; empty: none. */
  name: string;
}

/** The link that joins without a number. All of it that matters is in the fragment, which reaches no server and no log. */
export const joinLink = (origin: string, code: string, name = ''): string =>
  `${origin}/join#${code}${name === '' ? '' : `/${encodeURIComponent(name)}`}`;

/** What the fragment of such a link says; null for any other. */
export function readJoinFragment(fragment: string): JoinInvitation | null {
  const [code = '', ...rest] = fragment.replace(/^#/, '').split('/');
  if (!v.is(joinCodeSchema, code)) return null;
  try {
    const name = v.safeParse(nameSchema, decodeURIComponent(rest.join('/')));
    return { code, name: name.success ? name.output : '' };
  } catch {
    return { code, name: '' };
  }
}
