import type { Viewport } from '../../../protocol/peer.ts';
import { createMirrorAssets } from '../assets/resolve.ts';
import { safeCss } from '../sanitise/css/safe-css.ts';
import { captureInput } from './capture-input.ts';
import { createChooser } from './chooser.ts';
import { createPlayerDrawing } from './player-drawing.ts';
import { createNoticeBubble } from './notice-bubble.ts';
import { createPlayerPointers } from './player-pointers.ts';
import { createLivePlayer } from './live-player.ts';
import type { FromPlayer, ToPlayer } from './player-messages.ts';

export interface PlayerElements {
  /** Fills the page. */
  stage: HTMLElement;
  /** Holds the mirror; scaled to fit the stage. */
  mirror: HTMLElement;
  /** Of the same place as the mirror, over it. */
  overlay: HTMLElement;
  field: HTMLTextAreaElement;
  panel: HTMLElement;
  /** For a few words at the host's pointer. */
  bubble: HTMLElement;
}

/** Between the margins of a sheet, A4 or Letter, CSS pixels. */
const sheetPixels = 680;

/** The player page's work, all of it over `port`, but for what the host does: `now` is heard at once. */
export function startPlayer(
  { stage, mirror, overlay, field, panel, bubble }: PlayerElements,
  port: MessagePort,
  now: (message: FromPlayer) => void,
): void {
  const post = (message: FromPlayer) => port.postMessage(message);
  const chooser = createChooser(panel);
  let viewport: Viewport | null = null;
  let scale = 1;
  let capturing: AbortController | null = null;
  let mayControl = false;

  const fit = () => fitInto(stage.clientWidth, stage.clientHeight);
  function fitInto(roomWidth: number, roomHeight: number) {
    if (!viewport) return;
    const { width, height, scheme = 'light' } = viewport;
    scale = Math.min(1, roomWidth / width, roomHeight / height);
    const left = (roomWidth - width * scale) / 2;
    // What the mirrored page learns of the system's colours it learns from the frame around it.
    Object.assign(mirror.style, { width: `${width}px`, height: `${height}px`, colorScheme: scheme });
    mirror.style.transform = `translate(${left}px, 0) scale(${scale})`;
    Object.assign(overlay.style, { width: `${width * scale}px`, height: `${height * scale}px`, left: `${left}px` });
  }
  const assets = createMirrorAssets({ safeCss });
  const player = createLivePlayer({
    root: mirror,
    assets,
    applied(documentId, seq) {
      post({ type: 'player.applied', documentId, seq });
      pointers.again();
    },
    failed: (code) => post({ type: 'player.failed', code }),
    cut: () => post({ type: 'player.cut' }),
    resized(next) {
      viewport = next;
      mirror.hidden = false;
      fit();
    },
  });
  const pointers = createPlayerPointers({
    overlay,
    player,
    scale: () => scale,
    send: (pointer) => post({ type: 'player.pointer', pointer }),
  });
  const notices = createNoticeBubble({ bubble, overlay, asked: () => post({ type: 'player.ask' }) });
  const drawing = createPlayerDrawing({
    overlay,
    player,
    scale: () => scale,
    send: (what) => post({ type: 'player.drawing', what }),
  });
  // While the host controls, keys are the customer's page's.
  document.addEventListener('keydown', ({ key, ctrlKey, metaKey }) => {
    if (!capturing) post({ type: 'player.draw-key', key: key.slice(0, 20), ctrl: ctrlKey || metaKey });
  });
  new ResizeObserver(fit).observe(stage);
  addEventListener('beforeprint', () => fitInto(sheetPixels, Infinity));
  addEventListener('afterprint', fit);

  /** Whoever draws presses nothing. */
  function control() {
    const on = mayControl && !drawing.chosen;
    capturing?.abort();
    capturing = on ? new AbortController() : null;
    overlay.classList.toggle('is-controlling', on);
    if (!capturing) return chooser.close();
    captureInput({
      overlay,
      field,
      player,
      chooser,
      scale: () => 1 / scale,
      send: (command) => now({ type: 'player.command', command }),
      signal: capturing.signal,
    });
    field.focus({ preventScroll: true });
  }

  function choose(chosen: Parameters<typeof drawing.choose>[0]) {
    const wasDrawing = drawing.chosen !== null;
    drawing.choose(chosen);
    overlay.classList.toggle('is-drawing', chosen !== null);
    if (wasDrawing !== (chosen !== null)) control();
  }

  port.onmessage = ({ data }: MessageEvent<ToPlayer>) => {
    switch (data.type) {
      case 'player.snapshot':
        if (data.frame === 0) chooser.close();
        player.snapshot(data);
        break;
      case 'player.sheets':
        player.sheets(data.sheets);
        break;
      case 'player.left':
        player.left(data.frame);
        break;
      case 'player.events':
        player.events(data);
        break;
      case 'player.pointer':
        pointers.show(data.pointer, data.name);
        break;
      case 'player.notice':
        notices.show(data.text, data.ask);
        break;
      case 'player.asset':
      case 'player.asset-sizes':
        assets.receive(data);
        break;
      case 'player.control':
        mayControl = data.on;
        control();
        break;
      case 'player.drawn':
        if (data.message.type === 'drawing.you') drawing.setNumber(data.message.number);
        else drawing.heard(data.message.by, data.message.name, data.message.what);
        break;
      case 'player.draw':
        choose(data.chosen);
        break;
      case 'player.print':
        // Not within the console's call: the dialog holds up whoever waits for it.
        setTimeout(() => window.print());
        break;
      case 'player.draw-undo':
        drawing.undo();
        break;
      case 'player.draw-clear':
        drawing.clear();
        break;
      case 'player.blank':
        chooser.close();
        notices.hide();
        pointers.show(null, '');
        drawing.forget();
        player.blank();
        mirror.hidden = true;
        assets.blank();
        break;
    }
  };
}
