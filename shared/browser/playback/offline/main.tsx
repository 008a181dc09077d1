import player from 'virtual:offline-player';
import { dayAndTime } from '../../ui/i18n.ts';
import { mount } from '../../ui/mount.tsx';
import '../../ui/base.css';
import '../ui/playback.css';
import { createPlayback } from '../playback.ts';
import { PlayerView } from '../ui/player-view.tsx';
import { t } from '../ui/say.ts';
import { offlineSource, offlineView } from './offline-source.ts';

const view = offlineView(document);
if (view) {
  const title = [
    t('playback.of', { date: dayAndTime(view.manifest.startedAt) }),
    ...(view.report.customer ? [t('playback.with', { name: view.report.customer })] : []),
  ].join(' ');
  document.title = title;
  const source = offlineSource(document, view);
  const { signal } = new AbortController();
  const makeWorker = () => new Worker(new URL('../page/page-worker.ts', import.meta.url), { type: 'module' });
  const playback = createPlayback({ view, source, makeWorker, now: () => performance.now(), signal });
  mount(<PlayerView playback={playback} source={source} title={title} player={{ srcdoc: player }} />);
} else mount(<p class="problem">{t('playback.unreadable')}</p>);
