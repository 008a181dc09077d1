import { newId } from '../../shared/protocol/new-id.ts';
import type { RequestId } from '../../shared/queue/desk-facts.ts';
import type { Accepted } from '../../shared/queue/desk.ts';
import type { RestErrorCode } from '../../shared/protocol/rest.ts';
import type { Inbound } from '../../shared/queue/inbound.ts';
import type { Queue } from '../../shared/queue/queue.ts';
import { everyKind } from '../../shared/session/share.ts';
import { beginHelped } from '../commands/begin-helped.ts';
import { takeOver } from '../commands/take-over.ts';
import type { Deps } from '../deps.ts';
import { failureOf } from '../routes/failure-of.ts';
import { hostName } from '../routes/host-name.ts';
import { hashSecret, newSecret } from '../secrets.ts';
import type { SiteFiles } from '../settings/site-files.ts';
import type { SiteBranding } from '../settings/site-branding.ts';
import { readRecordingRule } from '../settings/recording-policy.ts';
import type { Sessions } from '../sessions/sessions.ts';
import { cameFrom } from './came-from.ts';

const plainQueue: Pick<Queue, 'name' | 'form' | 'begin' | 'switchedOn'> = {
  name: '',
  form: [],
  begin: { surface: 'none', level: 'view', isCalled: false, url: null },
  switchedOn: [...everyKind],
};

interface OpenDeps extends Pick<Deps, 'store' | 'deskStore'> {
  branding: Pick<SiteBranding, 'siteName'>;
  files: Pick<SiteFiles, 'read'>;
  sessions: Sessions;
}

/**
 * Makes the session of an accepted request, or hands it on. Whoever needs it first does it, again and again if need
 * be: between the word of the desk and the session's first fact the relay may have died.
 */
export async function openAccepted(
  { store, deskStore, branding, files, sessions }: OpenDeps,
  inbound: Inbound,
  requestId: RequestId,
  accepted: Accepted,
): Promise<RestErrorCode | undefined> {
  const { sessionId, hostId: userId, request, hostName: name } = accepted;
  const tokenHash = hashSecret(newSecret());
  const seat = await store.seatOfUser(sessionId, userId);
  // A host who takes over is known by the request's own id, so that doing it twice seats nobody twice.
  const participantId = seat?.participantId ?? (request.sessionId === null ? newId() : requestId);
  const host = { participantId, name: hostName(name), userId, tokenHash };
  if (request.sessionId !== null) {
    const taken = { host: { ...host, isKnown: seat !== undefined } };
    const { effects } = await sessions.run(sessionId, (context) => takeOver(context, taken));
    return failureOf(effects);
  }
  if (seat) return undefined;
  const customerToken = await deskStore.tokenOf(requestId);
  if (customerToken === undefined) return 'not-found';
  // One that was removed meanwhile has nothing to say any more.
  const queue = inbound.queues.find(({ id }) => id === request.queueId) ?? { ...plainQueue, name: request.queueId };
  const site = await branding.siteName();
  const recording = await readRecordingRule(store, { hostId: userId, queueId: request.queueId });
  const filePolicy = await files.read();
  const ids = { request: newId(), call: newId() };
  const { effects } = await sessions.run(sessionId, (context) =>
    beginHelped(context, {
      sessionId,
      site,
      files: filePolicy,
      host,
      customer: { participantId: requestId, name: request.name, tokenHash: customerToken },
      cameFrom: cameFrom(queue, request, accepted.at),
      begin: queue.begin,
      switchedOn: queue.switchedOn,
      recording,
      ids,
    }),
  );
  return failureOf(effects);
}
