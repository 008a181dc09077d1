import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { createPlayback, type Playback } from '../../../shared/browser/playback/playback.ts';
import { PlayerView } from '../../../shared/browser/playback/ui/player-view.tsx';
import { t } from '../../../shared/browser/playback/ui/say.ts';
import type { RecordingSource } from '../../../shared/browser/playback/recording-source.ts';
import type { ApiResult } from '../../../shared/browser/api/api-call.ts';
import { Brand } from '../../../shared/browser/ui/brand.tsx';
import { dayAndTime, errorText } from '../../../shared/browser/ui/i18n.ts';
import type { RecordingView } from '../../../shared/protocol/playback.ts';
import { type RecordingsApi, relaySource } from './recordings-api.ts';
import { SaveMenu } from './save-menu.tsx';
import { ShareDialog } from './share-dialog.tsx';

export type Wanted = { recordingId: string; at: number } | { secret: string };

interface Props {
  api: RecordingsApi;
  wanted: Wanted;
  isHost: boolean;
  onSignedOut: () => void;
}
interface Opened {
  view: RecordingView;
  playback: Playback;
  source: RecordingSource;
}

const openWorker = () =>
  new Worker(new URL('../../../shared/browser/playback/page/page-worker.ts', import.meta.url), { type: 'module' });

export function OneRecording({ api, wanted, isHost, onSignedOut }: Props) {
  const opened = useSignal<Opened | null>(null);
  const problem = useSignal<string | null>(null);
  const open = (): Promise<ApiResult<RecordingView>> =>
    'secret' in wanted ? api.openLink(wanted.secret) : api.open(wanted.recordingId);

  useEffect(() => {
    const life = new AbortController();
    void open().then((answer) => {
      if (life.signal.aborted) return undefined;
      if (!answer.ok && answer.code === 'auth.required') return onSignedOut();
      if (!answer.ok) {
        const isUnknown = answer.code === 'not-found' || answer.code === 'body.invalid';
        problem.value = isUnknown
          ? t('secret' in wanted ? 'playback.linkOver' : 'playback.notFound')
          : errorText(answer.code);
        return undefined;
      }
      const view = 'at' in wanted ? { ...answer.value, at: wanted.at } : answer.value;
      const source = relaySource(view.manifest.recordingId, async () => (await open()).ok);
      const playback = createPlayback({
        view,
        source,
        makeWorker: openWorker,
        now: () => performance.now(),
        signal: life.signal,
      });
      opened.value = { view, playback, source };
      return undefined;
    });
    return () => life.abort();
  }, []);

  const now = opened.value;
  const title = now
    ? [
        t('playback.of', { date: dayAndTime(now.view.manifest.startedAt) }),
        ...(now.view.report.customer ? [t('playback.with', { name: now.view.report.customer })] : []),
      ].join(' ')
    : t('playback.title');
  useEffect(() => void (document.title = title), [title]);

  if (!now) {
    return (
      <div class="page">
        <Brand />
        {problem.value ? (
          <p class="problem" role="alert">
            {problem.value}
          </p>
        ) : (
          <p class="hint" role="status">
            {t('playback.loading')}
          </p>
        )}
        {isHost && (
          <p>
            <a href="/recordings">{t('playback.back')}</a>
          </p>
        )}
      </div>
    );
  }
  const { view, playback, source } = now;
  return (
    <PlayerView playback={playback} source={source} title={title} player={{ src: '/player' }}>
      {view.isOwn && <ShareDialog api={api} playback={playback} recordingId={view.manifest.recordingId} />}
      {view.isOwn && <SaveMenu api={api} view={view} source={source} />}
      {view.isOwn && (
        <a class="button" href={`/reports/${view.manifest.sessionId}`}>
          {t('playback.openReport')}
        </a>
      )}
      {isHost && (
        <a class="button" href="/recordings">
          {t('playback.back')}
        </a>
      )}
    </PlayerView>
  );
}
