import type { ComponentChildren } from 'preact';
import { limits } from '../../protocol/limits.ts';
import { CallButtons } from '../call/call-buttons.tsx';
import { ClipboardCards } from '../clipboard/clipboard-cards.tsx';
import { ClipboardTools } from '../clipboard/clipboard-tools.tsx';
import { ChatPanel } from '../chat/chat-panel.tsx';
import { CallPanel } from '../call/call-panel.tsx';
import { FilesPanel } from '../files/files-panel.tsx';
import type { ScreenSurface } from '../screen/capture.ts';
import { ShownScreens } from '../screen/shown-screens.tsx';
import { ConfirmButton } from '../ui/confirm-button.tsx';
import { listOf, t } from '../ui/i18n.ts';
import { LinkStatus } from '../ui/link-status.tsx';
import { SafetyWords } from '../ui/safety-words.tsx';
import type { AssistSession } from './assist-session.ts';
import type { AssistView } from './assist-view.ts';
import { Consent } from './consent.tsx';
import { Offer } from './offer.tsx';
import { ManagerWanted } from './manager-wanted.tsx';
import type { PageSharing } from './page-sharing.ts';
import type { Question } from './question.ts';
import { RecordingCard } from './recording-card.tsx';
import { ScreenConsent } from './screen-consent.tsx';
import type { Shown } from './shown.ts';
import { ShownCard } from './shown-card.tsx';
import { LogCard } from '../details/log-card.tsx';
import { DoubtCard } from './folder/doubt-card.tsx';
import { FolderCard } from './folder/folder-card.tsx';
import { ToolQuestionCard } from './tool-question-card.tsx';
import { SiteCheck, type SiteIdentity } from './site-check.tsx';

interface Props {
  session: AssistSession;
  view: Extract<AssistView, { kind: 'open' }>;
  site: SiteIdentity;
  sharing: PageSharing | null;
  stopKey: string | null;
  install: ComponentChildren;
}

export function OpenSession({ session, view, site, sharing, stopKey, install }: Props) {
  const { question, shown, watched } = view;
  const { showing, screens } = session;
  const folderOn = session.tools.on('files').value;
  const doubt = session.folder.doubts.now.value;
  const stopHint = stopKey && t('assist.stopKey', { key: stopKey });
  const toolQuestion = question ? null : session.tools.question.value;
  const link = session.link.value;
  const fixedPage = shown ? (showing.seen.value?.page.value ?? null) : null;
  /** Which page a question is about. A moment after the first grant it is not. */
  const isKnown = !shown || fixedPage !== null;
  return (
    <>
      <section class="stack assist-who">
        <h1 aria-live="polite">{t('assist.helping', { host: view.hostName })}</h1>
        {view.helpers.length > 0 && <p role="status">{t('assist.alsoHere', { hosts: listOf(view.helpers) })}</p>}
        <p class="row">
          <span>{site.name}</span> <SiteCheck site={site} />
          {link && <LinkStatus link={link} silentMs={session.silentMs()} isPlain />}
        </p>
        {!site.verified && <p class="problem">{t('assist.unverifiedText', { origin: site.origin })}</p>}
        {/* Without the relay nobody knows who is online. */}
        {!view.hostOnline && session.connected.value && (
          <p class="tag warn" role="status">
            {t('assist.hostAway', { host: view.hostName })}
          </p>
        )}
        {link?.words.value && (
          <div class="row">
            <span class="hint">{t('words.title')}</span> <SafetyWords words={link.words} />
          </div>
        )}
      </section>

      <RecordingCard recording={session.recording} relayNow={() => session.relayNow()} onLeave={() => session.end()} />
      <CallButtons call={session.call} />
      <CallPanel call={session.call} />

      <div aria-live="assertive">
        {question?.direction === 'share' && (
          <Offer
            key={question.requestId}
            question={question}
            site={site}
            isWatched={watched !== null}
            relayNow={() => session.relayNow()}
            onAllow={() => session.accept(question)}
            onDeny={() => session.deny(question.requestId)}
          />
        )}
        {question?.direction === 'request' && isAboutScreen(question) && (
          <ScreenConsent
            key={question.requestId}
            question={question}
            site={site}
            choosing={screens.awaitsTab.value ? 'tab' : screens.choosing.value ? 'picker' : null}
            isShown={screens.shown.value.some(({ surface }) => surface === question.surface)}
            problem={screens.problem.value}
            relayNow={() => session.relayNow()}
            onAllow={() => void screens.allow(question)}
            onAllowTab={screens.canTakeTab ? () => void screens.allow(question, 'tab') : null}
            onDeny={() => session.deny(question.requestId)}
          />
        )}
        {question?.direction === 'request' && question.surface === 'page' && sharing && isKnown && (
          <Consent
            key={`${question.requestId} ${fixedPage?.id}`}
            question={question}
            site={site}
            sharing={sharing}
            fixedPage={fixedPage}
            sameAs={shown && !sees(question, shown) ? shown.viewerName : null}
            seesIt={sees(question, shown)}
            relayNow={() => session.relayNow()}
            onAllow={(pageId) => showing.allow({ ...question, viewer: question.hostId }, pageId)}
            onDeny={() => session.deny(question.requestId)}
          />
        )}
        {toolQuestion && (
          <ToolQuestionCard key={toolQuestion.requestId} session={session} question={toolQuestion} site={site} />
        )}
        {doubt && (
          <DoubtCard
            key={doubt.number}
            doubt={doubt}
            host={{ id: view.hostId, name: view.hostName }}
            site={site}
            relayNow={() => session.relayNow()}
            onAnswer={(isYes) => session.folder.doubts.answer(doubt.number, isYes)}
          />
        )}
      </div>

      <ClipboardCards clipboard={session.clipboard} name={view.hostName} />

      {showing.notice.value && (
        <p class="problem" role="status">
          {t(showing.notice.value, { count: limits.tabsAtOnce })}
        </p>
      )}

      {session.details.log.wanted.value && (
        <LogCard
          hostName={view.hostName}
          lines={session.details.lines.value}
          onStop={() => session.tools.end('page-log')}
        />
      )}

      {view.watchedBefore && (
        <p class="hint" role="status">
          {t(view.watchedBefore, { host: view.hostName })}
        </p>
      )}

      <ManagerWanted control={session.screenControl} hostName={view.hostName} />
      <ShownScreens
        screens={screens}
        control={session.screenControl}
        drawings={session.screenDrawings}
        stopHint={stopHint}
        showsProblem={!question}
      />
      {folderOn && <FolderCard session={session} hostName={view.hostName} />}
      {session.screenEnds.value.map((end) => (
        <p key={end} class="hint" role="status">
          {t(end, { host: view.hostName })}
        </p>
      ))}
      {session.watchedScreens.value.length > 0 && !session.viewer.isOpen.value && (
        <p>
          <button type="button" onClick={() => session.viewer.open()}>
            {t('screen.openWindow')}
          </button>
        </p>
      )}

      {shown && sharing ? (
        <ShownCard showing={showing} shown={shown} stopHint={stopHint} sharing={sharing} />
      ) : (
        !question &&
        !folderOn &&
        screens.shown.value.length === 0 && (
          <section class="card quiet-card">
            <h2>{t('assist.nothingShown')}</h2>
            <p class="hint">{t('assist.nothingShownText', { host: view.hostName })}</p>
          </section>
        )
      )}

      <ChatPanel chat={session.chat} isHost={false} isOver={false} />
      <ClipboardTools clipboard={session.clipboard} name={view.hostName} />
      <FilesPanel files={session.files} isHost={false} isOver={false} />

      {(!sharing || showing.tabs.value.some(({ hidden }) => hidden.value === 'left-site')) && install}

      <footer class="assist-foot" data-takes-away>
        <p class="hint">{t('assist.closing')}</p>
        <ConfirmButton
          label={t('assist.end')}
          title={t('assist.endTitle')}
          text={t('assist.endText', { host: view.hostName })}
          onConfirm={() => session.end()}
        />
      </footer>
    </>
  );
}

type ScreenQuestion = Question & { surface: ScreenSurface };
const isAboutScreen = (question: Question): question is ScreenQuestion => question.surface !== 'page';
const sees = ({ hostId }: Question, shown: Shown | null) =>
  shown !== null && [shown, ...shown.followers].some(({ view }) => view.ref.viewer === hostId);
