import type { CommandId, ParticipantId } from '../../shared/protocol/ids.ts';
import type { Queue } from '../../shared/queue/queue.ts';
import type { CameFrom } from '../../shared/session/came-from.ts';
import type { Fact } from '../../shared/session/facts.ts';
import type { CommandContext, Effect } from './effect.ts';
import { ruleToTell, type StartSession } from './start-session.ts';

export interface BeginHelped extends StartSession {
  customer: { participantId: ParticipantId; name: string; tokenHash: string };
  cameFrom: CameFrom;
  begin: Queue['begin'];
  switchedOn: Queue['switchedOn'];
  /** For what begins by itself. */
  ids: { request: CommandId; call: CommandId };
}

/** A host has taken a request: both are in the session at once, and what the queue wants is asked at once. */
export function beginHelped({ state }: CommandContext, helped: BeginHelped): Effect[] {
  if (state.phase !== 'none') return [];
  const { sessionId, site, files, host, customer, cameFrom, switchedOn, recording } = helped;
  const { participantId } = host;
  const facts: Fact[] = [
    {
      type: 'session.started',
      sessionId,
      site,
      files,
      host: { participantId, name: host.name },
      switchedOn,
      cameFrom,
      ...ruleToTell(recording),
    },
    { type: 'participant.admitted', participantId: customer.participantId, name: customer.name, role: 'customer' },
    ...begun(helped),
  ];
  const seats = [
    { participantId, tokenHash: host.tokenHash, role: 'lead' as const, userId: host.userId },
    {
      participantId: customer.participantId,
      tokenHash: customer.tokenHash,
      role: 'customer' as const,
      userId: null,
    },
  ];
  return [{ type: 'append', by: participantId, facts, seats }];
}

function begun({ begin, switchedOn, host, customer, ids }: BeginHelped): Fact[] {
  const facts: Fact[] = [];
  const viewer = host.participantId;
  const { surface, level, isCalled } = begin;
  const isOn = switchedOn.some((on) => on.surface === surface && on.level === level && on.direction === 'request');
  if (surface !== 'none' && isOn) {
    const ref = { owner: customer.participantId, viewer, surface, level };
    facts.push({ type: 'share.requested', requestId: ids.request, ref, direction: 'request' });
  }
  if (isCalled) facts.push({ type: 'call.started', callId: ids.call, participantId: viewer, medium: 'voice' });
  return facts;
}
