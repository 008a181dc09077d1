import type { openSession } from '../../lab/open-session.ts';

/** The host's real mouse on the player's overlay, at the middle of a mirrored element. */
export function press({ player, mirror }: Awaited<ReturnType<typeof openSession>>, selector: string) {
  const overlay = player.frame.contentDocument?.querySelector<HTMLElement>('#overlay');
  const box = mirror().querySelector(selector)?.getBoundingClientRect();
  if (!overlay || !box) throw new Error(`no ${selector}`);
  overlay.setPointerCapture = () => undefined;
  overlay.hasPointerCapture = () => true;
  const place = overlay.getBoundingClientRect();
  const scale = place.width / mirror().documentElement.clientWidth;
  const at = {
    clientX: place.left + (box.left + box.width / 2) * scale,
    clientY: place.top + (box.top + box.height / 2) * scale,
    pointerId: 1,
    bubbles: true,
  };
  for (const type of ['pointermove', 'pointerdown', 'pointerup']) overlay.dispatchEvent(new PointerEvent(type, at));
}
