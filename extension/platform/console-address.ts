import * as v from 'valibot';
import { type SessionId, sessionIdSchema } from '../../shared/protocol/ids.ts';
import { type Layout, layouts } from '../../shared/queue/layouts.ts';

/** So many sessions one console holds: as many as a site can give one host. */
export const sessionsHeldAtMost = 20;

/** What the address of a console says of it, so that others find it and it finds itself again after a reload. */
export interface ConsoleAddress {
  sessions: readonly SessionId[];
  layout: Layout | null;
}

/** `#ID,ID/multi`; without a layout it is the one that the host has chosen last. */
export function consoleHash({ sessions, layout }: ConsoleAddress): string {
  return `#${sessions.join(',')}${layout === null ? '' : `/${layout}`}`;
}

/** What is no session is left out. */
export function readConsoleHash(hash: string): ConsoleAddress {
  const [names = '', shape] = hash.replace(/^#/, '').split('/');
  const sessions = names.split(',').filter((name) => v.is(sessionIdSchema, name));
  const layout = layouts.find((one) => one === shape) ?? null;
  return { sessions: [...new Set(sessions)].slice(0, sessionsHeldAtMost), layout };
}

export interface OpenConsole {
  tabId: number;
  address: ConsoleAddress;
}

/** Where a session is to be shown: in the window that holds it, else in one for several. Null: in a new one. */
export function consoleFor(sessionId: SessionId, open: readonly OpenConsole[]): OpenConsole | null {
  return (
    open.find(({ address }) => address.sessions.includes(sessionId)) ??
    open.find(({ address }) => address.layout === 'multi' && address.sessions.length < sessionsHeldAtMost) ??
    null
  );
}
