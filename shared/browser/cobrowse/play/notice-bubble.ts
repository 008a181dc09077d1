import type { ControlRefusal } from '../../../protocol/peer.ts';

export interface NoticeBubble {
  /** `ask`: the words on a button, or null for none. Both in the host's language, plain text. */
  show(text: string, ask: string | null): void;
  hide(): void;
}

interface Deps {
  bubble: HTMLElement;
  /** Whose last move and press tell where the host looks. */
  overlay: HTMLElement;
  asked(): void;
}

const shownForMs = 5_000;
const awayPixels = 16;

/** After these, the host may ask the customer to press what the host may not. */
export const canAsk = (code: ControlRefusal): boolean =>
  code === 'private' || code === 'payment' || code === 'no-control';

/** Says at the host's pointer why something was not done. */
export function createNoticeBubble({ bubble, overlay, asked }: Deps): NoticeBubble {
  let at = { x: 0, y: 0 };
  let timer: ReturnType<typeof setTimeout> | undefined;
  const note = ({ clientX: x, clientY: y }: PointerEvent) => {
    at = { x, y };
  };
  overlay.addEventListener('pointermove', note, { passive: true });
  overlay.addEventListener('pointerdown', note, { passive: true });

  function hide() {
    clearTimeout(timer);
    bubble.hidden = true;
  }
  return {
    hide,
    show(text, ask) {
      const words = document.createElement('p');
      words.textContent = text;
      bubble.replaceChildren(words);
      if (ask !== null) {
        const button = document.createElement('button');
        button.type = 'button';
        button.textContent = ask;
        button.addEventListener('click', () => {
          hide();
          asked();
        });
        bubble.append(button);
      }
      bubble.hidden = false;
      const { offsetWidth: width, offsetHeight: height } = bubble;
      const below = at.y + awayPixels + height <= innerHeight;
      bubble.style.left = `${Math.max(0, Math.min(at.x + awayPixels, innerWidth - width))}px`;
      bubble.style.top = `${Math.max(0, below ? at.y + awayPixels : at.y - awayPixels - height)}px`;
      clearTimeout(timer);
      timer = setTimeout(hide, shownForMs);
    },
  };
}
