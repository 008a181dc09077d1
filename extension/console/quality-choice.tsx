import { screenQualities } from '../../shared/protocol/media.ts';
import { t } from '../../shared/browser/ui/i18n.ts';
import { ToolRow } from '../../shared/browser/ui/tool-row.tsx';
import type { HostQuality } from './host-quality.ts';

/** How screens are sent to and from this host. */
export function QualityChoice({ quality }: { quality: HostQuality }) {
  return (
    <ToolRow title={t('quality.title')} class="quality">
      {screenQualities.map((one) => (
        <label key={one} class="quality-choice">
          <input
            type="radio"
            name="quality"
            value={one}
            checked={quality.now.value === one}
            onChange={() => quality.choose(one)}
          />
          <span>{t(`quality.${one}`)}</span>
          <span class="hint">{t(`quality.${one}Text`)}</span>
        </label>
      ))}
    </ToolRow>
  );
}
