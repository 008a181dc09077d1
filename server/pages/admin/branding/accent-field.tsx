import { useId } from 'preact/hooks';
import * as v from 'valibot';
import { accentShades, grounds, type Scheme } from '../../../../shared/browser/ui/accent/accent-shades.ts';
import { contrast } from '../../../../shared/browser/ui/accent/contrast.ts';
import { colourSchema } from '../../../../shared/protocol/branding.ts';
import { Tick } from '../fields/tick.tsx';
import { t } from '../say.ts';

/** Ours, to begin with. */
const usual = '#1457c8';

interface Props {
  accent: string | null;
  onChange: (accent: string | null) => void;
}

/** A colour, chosen or written, and how well it is read. */
export function AccentField({ accent, onChange }: Props) {
  const id = useId();
  const isColour = v.is(colourSchema, accent);
  return (
    <>
      <Tick
        label={t('branding.ownAccent')}
        name="own-accent"
        isOn={accent !== null}
        onChange={(isOn) => onChange(isOn ? usual : null)}
      />
      {accent !== null && (
        <div class="field" role="group" aria-labelledby={`${id}-label`}>
          <label id={`${id}-label`} for={id}>
            {t('branding.accent')}
          </label>
          <div class="accent-field">
            <input
              type="color"
              aria-label={t('branding.pick')}
              value={isColour ? accent : usual}
              onInput={(event) => onChange(event.currentTarget.value)}
            />
            <input
              id={id}
              name="accent"
              maxLength={7}
              spellcheck={false}
              aria-invalid={!isColour}
              aria-describedby={`${id}-contrast`}
              value={accent}
              onInput={(event) => onChange(event.currentTarget.value.trim())}
            />
          </div>
          <div id={`${id}-contrast`}>
            {isColour ? (
              <>
                <ContrastHint accent={accent} scheme="light" />
                <ContrastHint accent={accent} scheme="dark" />
              </>
            ) : (
              <p class="problem">{t('branding.badAccent')}</p>
            )}
          </div>
        </div>
      )}
    </>
  );
}

function ContrastHint({ accent, scheme }: { accent: string; scheme: Scheme }) {
  const shade = accentShades(accent, scheme).accent;
  const ratio = contrast(accent, grounds[scheme].surface).toFixed(1);
  const isItself = shade === accent.toLowerCase();
  return <p class="hint">{t(`branding.${isItself ? 'asItIs' : 'shade'}.${scheme}`, { ratio, shade })}</p>;
}
