import { useId } from 'preact/hooks';
import { t } from '../../shared/browser/ui/i18n.ts';
import type { ConsoleSession } from './console-session.ts';
import type { Invitation } from './invitation.ts';
import { InvitationCard } from './invitation-card.tsx';
import { RatingCard } from './after/rating-card.tsx';
import { StageConnecting } from './stage-connecting.tsx';
import { StageNav } from './stage-nav.tsx';
import { pageCommands } from './commands/page-commands.ts';
import { CommandButton } from './commands/command-button.tsx';
import { StageHidden } from './stage-hidden.tsx';
import { Mirrors } from '../../shared/browser/showing/mirrors.tsx';
import { panelRole, TabStrip } from '../../shared/browser/showing/tab-strip.tsx';

/** The middle of the console. There is never an empty picture without a reason. */
export function Stage({ session, invitation }: { session: ConsoleSession; invitation: Invitation }) {
  const panel = useId();
  const stage = session.stage.value;
  const name = session.customer.value?.name ?? t('console.customer');
  const tabs = session.watched.value;
  const mirror = session.cobrowse.value;
  const commands = pageCommands(session);
  const controls = mirror?.controls.value === true;
  const title = t('console.mirrorOf', { name });
  const isMirror = stage.kind === 'mirror';
  const hidden = mirror?.hidden.value ?? null;
  /** Who is offline here may be well there: it is the relay that is not reached. */
  const isReached = session.client.connection.value.phase === 'open';
  const stillTitle = !isReached
    ? 'trouble.no-relay'
    : session.customerOnline.value
      ? 'console.stageLoading'
      : 'console.stageOffline';
  const hasPicture = mirror?.phase.value === 'live' || mirror?.phase.value === 'rebuilding';

  return (
    <section class={`stage ${controls ? 'is-controlled' : ''}`} aria-label={title}>
      {isMirror && tabs && <TabStrip watched={tabs} name={name} panel={panel} />}
      {isMirror && (
        <p class="stage-bar">
          <span class={`tag ${controls ? 'bad' : ''}`}>{t(controls ? 'console.controlOn' : 'console.controlOff')}</span>
          {session.shares.value?.control?.phase === 'on' && mirror && <StageNav session={session} />}
          <span class="stage-url">{hidden ? '' : mirror?.page.value?.url}</span>
          {mirror && <CommandButton command={commands.print} class="quiet" />}
          {mirror && <CommandButton command={commands.refresh} class="quiet" />}
        </p>
      )}
      {isMirror && (
        <div class="stage-mirrors" id={panel} role={tabs ? panelRole(tabs) : 'group'} aria-label={title}>
          {tabs && <Mirrors watched={tabs} src="../player/index.html" title={title} />}
          {hidden && session.customerOnline.value && <StageHidden session={session} hidden={hidden} name={name} />}
          {!hasPicture && !(hidden && session.customerOnline.value) && (
            <div class="stage-says over" role="status">
              <h2>{t(stillTitle, { name })}</h2>
              {!session.customerOnline.value && isReached && <p>{t('console.stageOfflineText')}</p>}
              <progress aria-label={t('console.stageLoading')} />
            </div>
          )}
        </div>
      )}
      {stage.kind === 'connecting' && <StageConnecting session={session} />}
      {stage.kind === 'invite' && (
        <div class="stage-says">
          <h2>{t('console.stageInvite')}</h2>
          <InvitationCard invitation={invitation} />
        </div>
      )}
      {stage.kind === 'says' && (
        <div class="stage-says" role="status">
          <h2>{t(stage.title, { name })}</h2>
          {stage.text && <p>{t(stage.text, { name })}</p>}
          {session.isMineToRate.value && <RatingCard api={session.feedback} />}
          {/* Under the sentence that tells to press it. */}
          {stage.text === 'console.stageIdleText' && <CommandButton command={commands.view} class="primary" />}
          {stage.busy && <progress aria-label={t(stage.title, { name })} />}
        </div>
      )}
    </section>
  );
}
