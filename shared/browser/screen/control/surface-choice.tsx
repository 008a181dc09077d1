import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import type { NativeSurface } from '../../../protocol/manager.ts';
import { t } from '../../ui/i18n.ts';
import type { SurfaceChoice } from './find-surface.ts';

interface Props {
  choice: SurfaceChoice;
  viewerName: string;
  /** Takes control back. */
  onNone: () => void;
}

/** The browser does not tell which window or screen is shown; its owner knows. */
export function SurfaceChoiceCard({ choice, viewerName, onNone }: Props) {
  const id = useId();
  const chosen = useSignal('');
  const options = [
    ...choice.windows.map((one) => ({
      id: one.id,
      surface: { kind: 'application', window: one.id } as const,
      text: one.program === '' ? one.title : `${one.title} (${one.program})`,
    })),
    ...choice.screens.map((one) => ({
      id: one.id,
      surface: { kind: 'desktop', screen: one.id } as const,
      text: `${one.name}, ${one.width} × ${one.height}`,
    })),
  ];
  const surface: NativeSurface | undefined = options.find((one) => one.id === chosen.value)?.surface;
  return (
    <section class="card consent" role="alertdialog" aria-labelledby={`${id}-title`} data-surface-choice>
      <h2 id={`${id}-title`}>{t('control.whichTitle')}</h2>
      <label class="stack">
        <span>{t('control.whichText', { name: viewerName })}</span>
        <select value={chosen.value} onChange={(event) => (chosen.value = event.currentTarget.value)}>
          <option value="">{t('control.whichChoose')}</option>
          {options.map(({ id: key, text }) => (
            <option key={key} value={key}>
              {text}
            </option>
          ))}
        </select>
      </label>
      <div class="row">
        <button
          type="button"
          class="primary"
          disabled={!surface}
          onClick={() => {
            if (surface) choice.choose(surface);
          }}
        >
          {t('control.whichThis')}
        </button>
        <button type="button" onClick={onNone}>
          {t('control.whichNone')}
        </button>
      </div>
    </section>
  );
}
