import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { type HostCobrowse, startHostCobrowse } from '../cobrowse/host-cobrowse.ts';
import { openPlayer } from '../cobrowse/open-player.ts';
import type { OwnView } from '../cobrowse/own-view.ts';
import { t } from '../ui/i18n.ts';

interface Props {
  ownView: OwnView;
  /** Of the player page. */
  player: string;
  hostName: string;
}

/** The picture that the host has, played here by the same player from the same bytes. */
export function TheirView({ ownView, player, hostName }: Props) {
  const frame = useRef<HTMLIFrameElement>(null);
  const mirror = useSignal<HostCobrowse | null>(null);
  useEffect(() => {
    const closing = new AbortController();
    const { signal } = closing;
    if (frame.current) {
      openPlayer(frame.current, signal).then(
        (port) => (mirror.value = startHostCobrowse({ link: ownView.look(signal), player: port, signal })),
        // Only when this view is closed first.
        () => undefined,
      );
    }
    return () => {
      closing.abort();
      mirror.value = null;
    };
  }, [ownView]);

  const phase = mirror.value?.phase.value ?? 'waiting';
  const hasPicture = phase === 'live' || phase === 'rebuilding';
  const viewport = mirror.value?.page.value?.viewport;
  return (
    <div class="their-view">
      <p class="hint">{t('theirView.text', { host: hostName })}</p>
      <div class="their-view-picture" data-phase={phase}>
        {/* Nothing in it can be used: who looks only has no hands. */}
        <iframe
          ref={frame}
          class="player"
          title={t('theirView.title', { host: hostName })}
          src={player}
          inert
          style={viewport ? { aspectRatio: `${viewport.width} / ${viewport.height}` } : {}}
        />
        {!hasPicture && (
          <p class="their-view-says" role="status">
            {phase === 'waiting' ? t('common.loading') : t('theirView.nothing', { host: hostName })}
          </p>
        )}
      </div>
    </div>
  );
}
