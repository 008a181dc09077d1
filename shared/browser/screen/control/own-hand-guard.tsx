import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { t } from '../../ui/i18n.ts';
import { ownPressesOnly } from './own-presses-only.ts';
import type { ScreenControl } from './screen-control.ts';

const saidForMs = 6_000;

/** Keeps the hands of one who controls this computer off the window that says what they may see and do. */
export function OwnHandGuard({ control }: { control: Pick<ScreenControl, 'isOwnHand'> }) {
  const refused = useSignal(0);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const life = new AbortController();
    ownPressesOnly({
      // It may stand in a window that this one draws.
      page: place.current?.ownerDocument.defaultView ?? window,
      isOwnHand: () => control.isOwnHand(),
      onRefused: () => (refused.value += 1),
      signal: life.signal,
    });
    return () => life.abort();
  }, [control]);
  useEffect(() => {
    if (refused.value === 0) return undefined;
    const timer = setTimeout(() => (refused.value = 0), saidForMs);
    return () => clearTimeout(timer);
  }, [refused.value]);
  return (
    <div class="own-hand" role="alert" ref={place}>
      {refused.value > 0 && <p data-not-own-hand>{t('control.notOwnHand')}</p>}
    </div>
  );
}
