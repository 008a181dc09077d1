import { useSignal } from '@preact/signals';
import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { DropCode } from '../../../protocol/manager.ts';
import { type MessageKey, t } from '../../ui/i18n.ts';
import { captureTyping } from './capture-typing.ts';
import { capturePointer } from './capture-pointer.ts';
import { type PlaceInPicture, useFreshDrop } from './fresh-drop.ts';
import type { ScreenHands } from './screen-hands.ts';

interface Props {
  hands: ScreenHands;
  grant: string;
  stream: string;
  /** Whose computer it is. */
  name: string;
  video: RefObject<HTMLVideoElement | null>;
  /** Has the focus afterwards, when the viewer turns away by keys. */
  room: RefObject<HTMLElement | null>;
  place: PlaceInPicture;
}

/** The viewer's hands on a picture: they reach it while it has the focus. */
export function PictureControl({ hands, grant, stream, name, video, room, place }: Props) {
  const field = useRef<HTMLTextAreaElement>(null);
  const hasFocus = useSignal(false);
  /** Where the viewer's pointer is, in the room: there it is said what was not done. */
  const pointer = useRef({ x: 0, y: 0 });
  const isHeld = hands.held.value === grant;

  useEffect(() => {
    const element = video.current;
    const area = field.current;
    if (!element || !area) return undefined;
    const life = new AbortController();
    const { signal } = life;
    const me = { grant, stream };
    const isTaken = () => hasFocus.peek() && hands.held.peek() === grant;
    const send: ScreenHands['input'] = (input) => {
      if (isTaken()) hands.input(input);
    };
    area.addEventListener('focus', () => void (hands.take(me), (hasFocus.value = true)), { signal });
    area.addEventListener('blur', () => void (hands.leave(me), (hasFocus.value = false)), { signal });
    captureTyping({ field: area, send, leave: () => room.current?.focus({ preventScroll: true }), signal });
    capturePointer({
      element,
      place,
      send,
      isBusy: () => hands.isBusy(),
      isTaken,
      turnTo: () => area.focus({ preventScroll: true }),
      signal,
    });
    element.addEventListener(
      'pointermove',
      ({ clientX, clientY }) => {
        const box = room.current?.getBoundingClientRect();
        if (box) pointer.current = { x: clientX - box.left, y: clientY - box.top };
      },
      { signal },
    );
    return () => {
      life.abort();
      hands.leave(me);
    };
  }, [hands, grant, stream]);

  const says = saying({ hands, isHeld, hasFocus: hasFocus.value });
  const dropped = useFreshDrop(hands, isHeld);
  return (
    <>
      <textarea
        ref={field}
        class="screen-field"
        aria-label={t('control.field', { name })}
        tabIndex={-1}
        autocomplete="off"
        spellcheck={false}
      />
      <p class="screen-control-state" role="status" data-control={says.state}>
        {says.state === 'idle' ? (
          <button type="button" onClick={() => field.current?.focus({ preventScroll: true })}>
            {t(says.text)}
          </button>
        ) : (
          t(says.text, { name })
        )}
      </p>
      {dropped && (
        <p
          class="screen-dropped"
          role="status"
          data-dropped={dropped}
          style={{
            left: `min(${pointer.current.x}px, calc(100% - 290px))`,
            top: `min(${pointer.current.y}px, calc(100% - 130px))`,
          }}
        >
          {t(dropText(dropped), { name })}
        </p>
      )}
    </>
  );
}

type ControlState = 'idle' | 'taking' | 'waiting' | 'held' | 'suspended';

function saying(now: { hands: ScreenHands; isHeld: boolean; hasFocus: boolean }): {
  state: ControlState;
  text: MessageKey;
} {
  const { hands, isHeld, hasFocus } = now;
  const waits = hands.waits.value;
  if (!hasFocus) return { state: 'idle', text: 'control.turnTo' };
  if (isHeld && hands.suspended.value) return { state: 'suspended', text: 'control.suspended' };
  if (isHeld) return { state: 'held', text: 'control.leave' };
  return waits ? { state: 'waiting', text: `control.wait.${waits}` } : { state: 'taking', text: 'control.taking' };
}

const dropText = (code: DropCode): MessageKey => `control.drop.${code}`;
