import { useEffect, useRef } from 'preact/hooks';
import { t } from '../ui/i18n.ts';
import { type OwnScreens, type ShownScreen, streamsAtMost } from './own-screens.ts';
import type { Sending } from './sendings.ts';
import { statsText } from './stats-text.ts';

interface Props {
  screens: OwnScreens;
  /** Where else one can stop. */
  stopHint: string | null;
  /** False: the question that is open says what went wrong. */
  showsProblem: boolean;
}

/** Which screens are shown, to whom, and Stop; and why one could not be. */
export function ShownScreens({ screens, stopHint, showsProblem }: Props) {
  const problem = showsProblem ? screens.problem.value : null;
  return (
    <>
      {problem && (
        <p class="problem" role="status" data-capture-problem={problem}>
          {t(`capture.${problem}`)}
        </p>
      )}
      {screens.shown.value.map((screen) => (
        <ShownScreenCard key={screen.view.grantId} screens={screens} screen={screen} stopHint={stopHint} />
      ))}
    </>
  );
}

function ShownScreenCard({ screens, screen, stopHint }: Omit<Props, 'showsProblem'> & { screen: ShownScreen }) {
  const { surface, control, viewerName, sendings } = screen;
  return (
    <section class={`card shown ${control ? 'is-controlled' : ''}`} role="status" data-shown={surface}>
      <h2>{t(`screen.${surface}ShownTo`, { name: viewerName })}</h2>
      <div class="shown-pictures">
        {sendings.map((sending) => (
          <ShownPicture key={sending.stream.id} sending={sending} viewerName={viewerName} />
        ))}
      </div>
      <div class="row">
        <button type="button" class="danger" onClick={() => screens.stop(surface)}>
          {t('assist.stop')}
        </button>
        {control && (
          <button type="button" onClick={() => screens.stopControl(surface)}>
            {t('assist.stopControl')}
          </button>
        )}
        {sendings.length < streamsAtMost && (
          <button
            type="button"
            disabled={screens.choosing.value !== null}
            onClick={() => void screens.addStream(surface)}
          >
            {t(`screen.${surface}Add`)}
          </button>
        )}
      </div>
      {stopHint && <p class="hint">{stopHint}</p>}
    </section>
  );
}

/** The very picture that leaves, small, and where its viewer points in it. */
function ShownPicture({ sending, viewerName }: { sending: Sending; viewerName: string }) {
  const video = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    if (video.current) video.current.srcObject = sending.stream;
  }, [sending]);
  const at = sending.pointed.value;
  const stats = sending.stats.value;
  return (
    <figure class="shown-picture">
      <div class="shown-picture-box">
        <video ref={video} aria-label={t('theirView.title', { host: viewerName })} muted autoPlay playsInline />
        {at && (
          <span class="screen-pointer" style={{ left: `${at.x * 100}%`, top: `${at.y * 100}%` }} data-pointed>
            {viewerName}
          </span>
        )}
      </div>
      <figcaption class="hint" data-screen-stats>
        {stats ? statsText(stats) : t('common.loading')}
      </figcaption>
    </figure>
  );
}
