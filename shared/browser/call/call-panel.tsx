import { clockTime, errorText, listOf, t } from '../ui/i18n.ts';
import { CallBar } from './call-bar.tsx';
import { CallCard } from './call-card.tsx';
import type { CallNote } from './call-view.ts';
import type { OwnCall } from './create-call.ts';
import { DeviceProblemText } from './device-problem-text.tsx';
import { RingCard } from './ring-card.tsx';

/** All that there is to see of the session's call; nothing where there is none. */
export function CallPanel({ call }: { call: OwnCall }) {
  const view = call.view.value;
  const entering = call.entering.value;
  const note = call.note.value;
  const refused = call.refused.value;
  // What rings or goes on says more than what was.
  const isQuiet = view.kind === 'none' && !entering;
  const said = isQuiet ? ((refused && errorText(refused)) ?? (note && noteText(note))) : null;
  return (
    <div class="call-panel">
      {entering ? (
        <Waiting call={call} isStuck={entering.stuck} />
      ) : (
        <>
          {view.kind === 'rung' && <RingCard key={view.id} call={call} view={view} />}
          {view.kind === 'others' && (
            <CallCard
              call={call}
              kind="others"
              title={t(view.full ? 'call.full' : 'call.goesOn', { names: listOf(view.names) })}
              answers={view.full ? null : 'join'}
            />
          )}
          {view.kind === 'in' && !view.here && (
            <CallCard call={call} kind="rejoin" title={t('call.wereIn')} answers="rejoin">
              <button type="button" onClick={() => call.leave()}>
                {t('call.leave')}
              </button>
            </CallCard>
          )}
          {view.kind === 'in' && view.here && <CallBar call={call} view={view} />}
        </>
      )}
      {said && (
        <p class="call-note" role="status" data-call-note={refused ?? note?.kind}>
          <span>{said}</span>
          <button type="button" class="quiet" onClick={() => call.dismissNote()}>
            {t('common.close')}
          </button>
        </p>
      )}
    </div>
  );
}

function noteText(note: CallNote): string {
  return note.kind === 'missed'
    ? t('call.missed', { name: note.caller, time: clockTime(note.at) })
    : t(`call.${note.kind}`);
}

/** Between the click and the call: the browser asks, or there is no microphone. */
function Waiting({ call, isStuck }: { call: OwnCall; isStuck: boolean }) {
  return (
    <section class="call-card" aria-label={t('call.title')} data-call={isStuck ? 'stuck' : 'waiting'}>
      {!isStuck && <p role="status">{t('call.waiting')}</p>}
      <DeviceProblemText problem={call.own.problem.value} />
      <div class="row">
        {isStuck && (
          <>
            <button type="button" class="primary" onClick={() => call.enter(call.entering.peek()?.medium ?? 'voice')}>
              {t('common.retry')}
            </button>
            <button type="button" onClick={() => call.enterMuted()}>
              {t('call.withoutMicrophone')}
            </button>
          </>
        )}
        <button type="button" onClick={() => call.giveUp()}>
          {t('common.cancel')}
        </button>
      </div>
    </section>
  );
}
