import { useId } from 'preact/hooks';
import { type PrivacyPolicy, privacyLevels } from '../../../shared/protocol/privacy-policy.ts';
import { t } from '../../../shared/browser/ui/i18n.ts';

type Level = PrivacyPolicy['level'];

/** How much is hidden where no rule says anything. */
export function LevelChoice({ level, onChange }: { level: Level; onChange: (level: Level) => void }) {
  const id = useId();
  return (
    <section class="card">
      <fieldset class="stack">
        <legend>
          <h2>{t('privacy.level')}</h2>
        </legend>
        {privacyLevels.map((one) => (
          <div key={one}>
            <label class="tick">
              <input
                type="radio"
                name="level"
                value={one}
                checked={one === level}
                aria-describedby={`${id}-${one}`}
                onChange={() => onChange(one)}
              />
              <strong>{t(`privacy.level.${one}`)}</strong>
            </label>
            <p id={`${id}-${one}`} class="hint">
              {t(`privacy.levelText.${one}`)}
            </p>
          </div>
        ))}
      </fieldset>
    </section>
  );
}
