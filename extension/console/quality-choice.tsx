import { screenQualities } from '../../shared/protocol/media.ts';
import { t } from '../../shared/browser/ui/i18n.ts';
import type { HostQuality } from './host-quality.ts';

/** How screens are sent to and from this host. */
export function QualityChoice({ quality }: { quality: HostQuality }) {
  return (
    <fieldset class="quality">
      <legend>{t('quality.title')}</legend>
      {screenQualities.map((one) => (
        <label key={one} class="quality-choice">
          <input
            type="radio"
            name="quality"
            value={one}
            checked={quality.now.value === one}
            onChange={() => quality.choose(one)}
          />
          <strong>{t(`quality.${one}`)}</strong>
          <span class="hint">{t(`quality.${one}Text`)}</span>
        </label>
      ))}
    </fieldset>
  );
}
