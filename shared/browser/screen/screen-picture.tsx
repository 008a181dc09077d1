import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { Received } from '../link/arrivals.ts';
import type { Media } from '../link/media.ts';
import { t } from '../ui/i18n.ts';
import type { DrawingTools } from '../drawing/drawing-tools.ts';
import type { PlaceInPicture } from './control/fresh-drop.ts';
import { PictureControl } from './control/picture-control.tsx';
import type { ScreenHands } from './control/screen-hands.ts';
import { PictureDrawing } from './drawing/picture-drawing.tsx';
import type { ScreenDrawings } from './drawing/screen-drawings.ts';
import { PageZoom } from './page-zoom.tsx';
import { PicturePatches } from './patches/picture-patches.tsx';
import type { PatchViews } from './patches/patch-views.ts';
import { useAhead } from './patches/use-ahead.ts';
import { fractionIn, pictureBox } from './picture-box.ts';
import { useReceiveStats } from './receive-stats.ts';
import { statsText } from './stats-text.ts';
import type { ZoomStep } from './tab-zoom.ts';
import { stepZoom, type Zoom, zoomKey } from './zoom.ts';

interface Props {
  media: Media;
  picture: Received;
  title: string;
  /** Whether there is a picture at all: where there is none a reason stands. */
  onPicture: (has: boolean) => void;
  /** The viewer may control what is shown. */
  control: { hands: ScreenHands; patches: PatchViews; grant: string; name: string } | null;
  /** What the viewer draws over it with. */
  drawing: { drawings: ScreenDrawings; tools: DrawingTools; grant: string };
  /** The viewer may zoom the page that is shown. */
  onZoom: ((step: ZoomStep) => void) | null;
}

const pointEveryMs = 50;

/** One screen or window as it arrives: fitted, one to one or zoomed, by mouse and keys. */
export function ScreenPicture({ media, picture, title, onPicture, control, drawing, onZoom }: Props) {
  const { incoming } = picture;
  const video = useRef<HTMLVideoElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  const room = useRef<HTMLDivElement>(null);
  const zoom = useSignal<Zoom>('fit');
  const size = useSignal({ width: 0, height: 0 });
  const pointedAt = useRef(0);
  const stats = useReceiveStats(media, incoming);
  const ahead = useAhead();

  useEffect(() => {
    const element = video.current;
    if (!element) return;
    element.srcObject = incoming?.stream ?? null;
    if (!incoming) onPicture(false);
  }, [incoming]);
  const sized = () => {
    const { videoWidth: width = 0, videoHeight: height = 0 } = video.current ?? {};
    size.value = { width, height };
    if (width > 0) onPicture(true);
  };

  const ratio = () => frame.current?.ownerDocument.defaultView?.devicePixelRatio ?? 1;
  const box = () => video.current && pictureBox(video.current.getBoundingClientRect(), size.value);
  const now = () => (size.value.width > 0 ? ((box()?.width ?? 0) * ratio()) / size.value.width : 1);
  const act = (what: ReturnType<typeof zoomKey>) => {
    if (what === 'in') zoom.value = stepZoom(now(), 1);
    if (what === 'out') zoom.value = stepZoom(now(), -1);
    if (what === 'fit') zoom.value = 'fit';
    if (what === 'whole') zoom.value = 1;
    if (what === 'full') void toggleFull(frame.current);
  };
  const pressed = (event: KeyboardEvent) => {
    const what = event.ctrlKey || event.metaKey || event.altKey ? null : zoomKey(event.key);
    if (!what) return;
    event.preventDefault();
    act(what);
  };
  useEffect(() => {
    const element = room.current;
    if (!element) return undefined;
    // What is larger than its room is scrolled by arrow keys.
    element.tabIndex = 0;
    element.addEventListener('keydown', pressed);
    return () => element.removeEventListener('keydown', pressed);
  }, []);

  const point = (event: PointerEvent) => {
    const place = box();
    if (!place || event.timeStamp - pointedAt.current < pointEveryMs) return;
    pointedAt.current = event.timeStamp;
    media.point(picture.id, fractionIn(place, event.clientX, event.clientY));
  };

  const placeIn: PlaceInPicture = (event, clamp) => {
    const place = box();
    if (!place || size.value.width === 0) return null;
    return fractionIn(place, event.clientX, event.clientY, clamp);
  };

  const { value } = zoom;
  const { width, height } = size.value;
  const style =
    value === 'fit' ? {} : { width: `${(width * value) / ratio()}px`, height: `${(height * value) / ratio()}px` };
  const button = (what: 'in' | 'out' | 'fit' | 'whole' | 'full', text: string, isPressed?: boolean) => (
    <button type="button" class="quiet" aria-pressed={isPressed} onClick={() => act(what)}>
      {text}
    </button>
  );
  return (
    <div class="screen-picture" ref={frame} data-zoom={value}>
      <div class="screen-room" role="group" aria-label={title} ref={room}>
        <video
          ref={video}
          class={value === 'fit' ? 'is-fit' : ''}
          style={style}
          aria-label={title}
          muted
          autoPlay
          playsInline
          onResize={sized}
          onLoadedData={sized}
          onPointerMove={point}
          onPointerLeave={() => media.point(picture.id, null)}
        />
        {control && control.hands.held.value === control.grant && (
          <PicturePatches
            patches={control.patches}
            grant={control.grant}
            stream={picture.id}
            onMessage={ahead.count}
            class={value === 'fit' ? 'is-fit' : ''}
            style={style}
          />
        )}
      </div>
      <div class="picture-drawing-place">
        <PictureDrawing
          drawings={drawing.drawings}
          tools={drawing.tools}
          anchor={{ grant: drawing.grant, stream: picture.id }}
          name=""
          video={video}
        />
      </div>
      {control && (
        <PictureControl
          {...control}
          key={control.grant}
          stream={picture.id}
          video={video}
          room={room}
          place={placeIn}
        />
      )}
      <div class="screen-bar" role="toolbar" aria-label={t('screen.tools')}>
        {button('fit', t('screen.fit'), value === 'fit')}
        {button('whole', t('screen.oneToOne'), value === 1)}
        {button('out', t('screen.zoomOut'))}
        {button('in', t('screen.zoomIn'))}
        {button('full', t('screen.full'))}
        {onZoom && <PageZoom onZoom={onZoom} />}
        <span class="screen-stats" data-screen-stats>
          {stats.value ? statsText(stats.value, ahead.kbps.value) : ''}
        </span>
      </div>
    </div>
  );
}

async function toggleFull(element: HTMLElement | null): Promise<void> {
  const page = element?.ownerDocument;
  if (!element || !page) return;
  // A browser that forbids it leaves the picture as it is.
  await (page.fullscreenElement ? page.exitFullscreen() : element.requestFullscreen()).catch(() => undefined);
}
