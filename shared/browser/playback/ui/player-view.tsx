import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Playback } from '../playback.ts';
import type { RecordingSource } from '../recording-source.ts';
import { CallSound } from './call-sound.tsx';
import { Controls } from './controls.tsx';
import { EventList } from './event-list.tsx';
import { followKeys } from './follow-keys.ts';
import { PageStage } from './page-stage.tsx';
import { t } from './say.ts';
import { ScreenTrack } from './screen-track.tsx';
import { SearchBox } from './search-box.tsx';
import { Timeline } from './timeline.tsx';

interface Props {
  playback: Playback;
  source: RecordingSource;
  title: string;
  /** Of the player page: an address of our own origin, or the page itself. */
  player: { src: string } | { srcdoc: string };
  children?: ComponentChildren;
}

/** A recording: what was shown, side by side, what happened beside it, and the timeline below. */
export function PlayerView({ playback, source, title, player, children }: Props) {
  const search = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const life = new AbortController();
    followKeys({ playback, search: () => search.current?.focus(), signal: life.signal });
    return () => life.abort();
  }, [playback]);
  const { at } = playback.clock.value;
  const { tracks } = playback;
  const screens = tracks.filter(({ kind }) => kind === 'screen');
  const isAnything = tracks.some(({ from, to }) => at >= from && at <= to);
  return (
    <div class="playback">
      <header class="playback-head">
        <h1>{title}</h1>
        <div class="row">{children}</div>
      </header>
      {playback.isUnreadable.value && (
        <p class="problem row" role="alert">
          {t('playback.unreadable')}
          <button type="button" onClick={() => playback.retry()}>
            {t('playback.retry')}
          </button>
        </p>
      )}
      <div class="playback-body">
        <div class="playback-stage">
          {playback.pages.map((pages) => (
            <PageStage key={pages.kind} playback={playback} pages={pages} player={player} />
          ))}
          {screens.map((track) => (
            <ScreenTrack key={track.trackId} track={track} playback={playback} source={source} />
          ))}
          {!isAnything && <p class="playback-nothing">{t('playback.nothing')}</p>}
        </div>
        <aside class="playback-side" aria-label={t('playback.events')}>
          <SearchBox playback={playback} field={search} />
          <EventList playback={playback} />
        </aside>
      </div>
      {tracks
        .filter(({ kind }) => kind === 'call')
        .map((track) => (
          <CallSound key={track.trackId} track={track} playback={playback} source={source} />
        ))}
      <footer class="playback-foot">
        <Timeline playback={playback} />
        <Controls playback={playback} />
        <p class="hint playback-keys">{t('playback.keys')}</p>
      </footer>
    </div>
  );
}
