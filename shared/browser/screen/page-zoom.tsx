import { t } from '../ui/i18n.ts';
import type { ZoomStep } from './tab-zoom.ts';

/** The viewer's buttons for the size of the page in a shown tab. */
export function PageZoom({ onZoom }: { onZoom: (step: ZoomStep) => void }) {
  const button = (step: ZoomStep, text: string, label: string) => (
    <button
      type="button"
      class="quiet"
      aria-label={step === 'reset' ? undefined : label}
      title={label}
      onClick={() => onZoom(step)}
    >
      {text}
    </button>
  );
  return (
    <span class="screen-page-zoom" role="group" aria-label={t('screen.pageZoom')}>
      <span>{t('screen.pageZoom')}</span>
      {button('out', '−', t('screen.pageZoomOut'))}
      {button('reset', '100 %', t('screen.pageZoomReset'))}
      {button('in', '+', t('screen.pageZoomIn'))}
    </span>
  );
}
