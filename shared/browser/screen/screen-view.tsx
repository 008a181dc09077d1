import { useSignal } from '@preact/signals';
import type { Media, MediaPhase } from '../link/media.ts';
import type { DrawingTools } from '../drawing/drawing-tools.ts';
import { type MessageKey, t } from '../ui/i18n.ts';
import type { ScreenHands } from './control/screen-hands.ts';
import type { ScreenDrawings } from './drawing/screen-drawings.ts';
import type { PatchViews } from './patches/patch-views.ts';
import { ScreenPicture } from './screen-picture.tsx';
import type { WatchedScreen } from './watched-screens.ts';

interface Props {
  media: Media | null;
  screen: WatchedScreen;
  ownerOnline: boolean;
  hands: ScreenHands;
  patches: PatchViews;
  drawings: ScreenDrawings;
  tools: DrawingTools;
  /** Gives it back. */
  onStop: () => void;
  onStopControl: () => void;
}

const troubles: Partial<Record<MediaPhase, MessageKey>> = {
  failing: 'screen.failing',
  impossible: 'screen.impossible',
};

/** A press that leaves the focus where it is: in the picture, whose control would end. */
const keepsFocus = { onMouseDown: (event: MouseEvent) => event.preventDefault() };

/** Somebody else's desktop or application. There is never an empty picture without a reason. */
export function ScreenView({ media, screen, ownerOnline, drawings, tools, ...props }: Props) {
  const { hands, patches, onStop, onStopControl } = props;
  const { surface, ownerName: name, pictures, phase, control } = screen;
  const isHeld = control !== null && hands.held.value === control.grantId;
  const title = t(`screen.${surface}Of`, { name });
  const chosen = useSignal<string | null>(null);
  const withPicture = useSignal<string | null>(null);
  const picture = pictures.find(({ id }) => id === chosen.value) ?? pictures[0];
  const has = picture !== undefined && picture.incoming !== null && withPicture.value === picture.id;
  const trouble = troubles[phase];
  return (
    <section class={`screen-view ${isHeld ? 'is-controlled' : ''}`} aria-label={title} data-surface={surface}>
      <div class="screen-head">
        <h2>{title}</h2>
        <span class={`tag ${isHeld ? 'bad' : ''}`}>
          {t(control ? (isHeld ? 'control.on' : 'control.may') : 'console.controlOff')}
        </span>
        {pictures.length > 1 && (
          <span class="row" role="group" aria-label={t('screen.several')}>
            {pictures.map(({ id }, index) => (
              <button
                key={id}
                type="button"
                class="quiet"
                aria-pressed={id === picture?.id}
                onClick={() => (chosen.value = id)}
              >
                {t('screen.number', { number: index + 1 })}
              </button>
            ))}
          </span>
        )}
        {isHeld && surface === 'application' && (
          <button type="button" {...keepsFocus} onClick={() => hands.input({ type: 'screen.raise' })}>
            {t('control.raise')}
          </button>
        )}
        {control && (
          <button type="button" onClick={onStopControl}>
            {t('control.giveBack')}
          </button>
        )}
        <button type="button" onClick={onStop}>
          {t('console.stopView')}
        </button>
      </div>
      <div class="screen-body">
        {media && picture && (
          <ScreenPicture
            key={picture.id}
            media={media}
            picture={picture}
            title={title}
            onZoom={
              hands.zoomable.value.has(picture.id)
                ? (step) => hands.zoom({ grant: screen.view.grantId, stream: picture.id }, step)
                : null
            }
            drawing={{ drawings, tools, grant: screen.view.grantId }}
            control={control && { hands, patches, grant: control.grantId, name }}
            onPicture={(hasIt) => (withPicture.value = hasIt ? picture.id : null)}
          />
        )}
        {!(has && ownerOnline) && (
          <div class="screen-says" role="status">
            <h3>{t(ownerOnline ? 'screen.coming' : 'console.stageOffline', { name })}</h3>
            {ownerOnline && trouble && <p>{t(trouble, { name })}</p>}
          </div>
        )}
      </div>
    </section>
  );
}
