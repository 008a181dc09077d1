import { useEffect, useRef } from 'preact/hooks';
import { type MessageKey, t } from '../ui/i18n.ts';
import type { ScreenControl } from './control/screen-control.ts';
import { SurfaceChoiceCard } from './control/surface-choice.tsx';
import { PictureDrawing } from './drawing/picture-drawing.tsx';
import type { ScreenDrawings } from './drawing/screen-drawings.ts';
import { MayZoom } from './may-zoom.tsx';
import { type OwnScreens, type ShownScreen, streamsAtMost } from './own-screens.ts';
import type { Sending } from './sendings.ts';
import { statsText } from './stats-text.ts';

interface Props {
  screens: OwnScreens;
  control: ScreenControl;
  drawings: ScreenDrawings;
  /** Where else one can stop. */
  stopHint: string | null;
  /** False: the question that is open says what went wrong. */
  showsProblem: boolean;
}

/** Which screens are shown, to whom, and Stop; and why one could not be. */
export function ShownScreens({ screens, control, drawings, stopHint, showsProblem }: Props) {
  const problem = showsProblem ? screens.problem.value : null;
  return (
    <>
      {problem && (
        <p class="problem" role="status" data-capture-problem={problem}>
          {t(`capture.${problem}`)}
        </p>
      )}
      {screens.shown.value.map((screen) => (
        <ShownScreenCard key={screen.view.grantId} {...{ screens, control, drawings, screen, stopHint }} />
      ))}
    </>
  );
}

type CardProps = Omit<Props, 'showsProblem'> & { screen: ShownScreen };

function ShownScreenCard({ screens, control: { gate, manager, zoom }, drawings, screen, stopHint }: CardProps) {
  const { surface, control, viewerName, sendings } = screen;
  const choice = gate.choice.value;
  const isChoosing = control && choice && sendings.some(({ stream }) => stream === choice.stream);
  return (
    <section class={`card shown ${control ? 'is-controlled' : ''}`} role="status" data-shown={surface}>
      <h2>{t(`screen.${surface}ShownTo`, { name: viewerName })}</h2>
      <div class="shown-pictures">
        {sendings.map((sending) => (
          <ShownPicture
            key={sending.stream.id}
            sending={sending}
            viewerName={viewerName}
            grant={screen.view.grantId}
            drawings={drawings}
          />
        ))}
      </div>
      {drawings.drawnOn.value.has(screen.view.grantId) && (
        <div class="row" data-drawn-on>
          <strong>{t('drawing.pointsHere', { name: viewerName })}</strong>
          <span class="hint">{t('drawing.pointsHereText')}</span>
          <button type="button" onClick={() => drawings.clear()}>
            {t('drawing.clear')}
          </button>
        </div>
      )}
      {sendings.map(({ stream }) => (
        <MayZoom key={stream.id} stream={stream} zoom={zoom} viewerName={viewerName} />
      ))}
      {control && (
        <p data-controlled={gate.held.value === control.grantId}>
          {t(controlText(gate, control.grantId, manager.client.value !== null), { name: viewerName })}
        </p>
      )}
      {isChoosing && (
        <SurfaceChoiceCard choice={choice} viewerName={viewerName} onNone={() => screens.stopControl(surface)} />
      )}
      <div class="row">
        <button type="button" class="danger" data-takes-away onClick={() => screens.stop(surface)}>
          {t('assist.stop')}
        </button>
        {control && (
          <button type="button" data-takes-away onClick={() => screens.stopControl(surface)}>
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

function controlText(gate: CardProps['control']['gate'], grant: string, hasManager: boolean): MessageKey {
  if (!hasManager) return 'control.ownLack';
  if (gate.held.value !== grant) return 'control.ownMay';
  return gate.suspended.value ? 'control.ownSuspended' : 'control.ownHeld';
}

interface ShownPictureProps {
  sending: Sending;
  viewerName: string;
  grant: string;
  drawings: ScreenDrawings;
}

/** The very picture that leaves, small, and where its viewer points in it. */
function ShownPicture({ sending, viewerName, grant, drawings }: ShownPictureProps) {
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
        <PictureDrawing
          drawings={drawings}
          tools={null}
          anchor={{ grant, stream: sending.stream.id }}
          name={viewerName}
          video={video}
        />
      </div>
      <figcaption class="hint" data-screen-stats>
        {stats ? statsText(stats) : t('common.loading')}
      </figcaption>
    </figure>
  );
}
