import { createDeskApi } from '../../shared/browser/api/desk-api.ts';
import { followFeed } from '../../shared/browser/api/follow-feed.ts';
import { type HostDesk, hostDeskSchema } from '../../shared/queue/host-desk.ts';
import { nextRequest } from '../../shared/queue/next-request.ts';
import { showConsole } from '../platform/consoles.ts';
import { type SignIn, store } from '../platform/store.ts';
import { showDesk, showSignIn } from '../platform/windows.ts';

const answerWithinMs = 8_000;

/** The key command: takes what is next and opens its session; where nothing is, the desk says so. */
export async function acceptNext(): Promise<void> {
  const signIn = await store.signIn.get();
  if (!signIn) return showSignIn();
  const desk = await deskNow(signIn);
  const requestId = desk && nextRequest(desk);
  const accepted = requestId ? await createDeskApi(signIn.relay, signIn.bearer).accept(requestId) : null;
  return accepted?.ok ? showConsole(accepted.value.sessionId) : showDesk();
}

/** The first thing that the feed says; null: nothing in time. */
async function deskNow({ relay, bearer }: SignIn): Promise<HostDesk | null> {
  let heard: HostDesk | null = null;
  const heardOnce = new AbortController();
  const signal = AbortSignal.any([heardOnce.signal, AbortSignal.timeout(answerWithinMs)]);
  await followFeed({
    relay,
    path: '/api/desk',
    bearer,
    schema: hostDeskSchema,
    heard(view) {
      heard = view;
      heardOnce.abort();
    },
    connected: () => undefined,
    refused: () => undefined,
    signal,
  });
  return heard;
}
