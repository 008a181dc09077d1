import { t } from '../ui/i18n.ts';
import type { ScreenControl } from './control/screen-control.ts';
import { zoomOf } from './tab-zoom.ts';

/** The owner's switch for the zoom of a shown tab: off until they say so. */
export function MayZoom({
  stream,
  zoom,
  viewerName,
}: { stream: MediaStream; viewerName: string } & Pick<ScreenControl, 'zoom'>) {
  if (!zoomOf(stream)) return null;
  const isOn = zoom.allowed.value.has(stream);
  const turn = async (box: HTMLInputElement) => {
    await zoom.allow(stream, !isOn);
    // The browser may have been told not to.
    box.checked = zoom.allowed.peek().has(stream);
  };
  return (
    <label class="check">
      <input type="checkbox" checked={isOn} onChange={({ currentTarget }) => void turn(currentTarget)} />
      <span>{t('screen.mayZoom', { name: viewerName })}</span>
    </label>
  );
}
