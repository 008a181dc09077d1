import { type Signal, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { ApiErrorCode } from '../../shared/browser/api/api-call.ts';
import { createRelayApi } from '../../shared/browser/api/relay-api.ts';
import type { OwnSessions } from '../../shared/protocol/rest.ts';
import type { SignIn } from '../platform/store.ts';

const refreshMs = 2_000;

/** The sessions that concern this host, looked up again and again while the window is open; null before the first time. */
export function useOwnSessions(host: SignIn, onFail: (code: ApiErrorCode) => void): Signal<OwnSessions | null> {
  const sessions = useSignal<OwnSessions | null>(null);
  useEffect(() => {
    const load = async () => {
      const result = await createRelayApi(host.relay).ownSessions(host.bearer);
      if (result.ok) sessions.value = result.value;
      else onFail(result.code);
    };
    void load();
    const timer = setInterval(() => void load(), refreshMs);
    return () => clearInterval(timer);
  }, [host.relay, host.bearer]);
  return sessions;
}
