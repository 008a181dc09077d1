import * as v from 'valibot';
import { accentProperties } from '../../../../shared/browser/ui/accent/accent-properties.ts';
import type { Scheme } from '../../../../shared/browser/ui/accent/accent-shades.ts';
import { Brand } from '../../../../shared/browser/ui/brand.tsx';
import { type Branding, colourSchema } from '../../../../shared/protocol/branding.ts';
import { t } from '../say.ts';

interface Props {
  branding: Branding;
  usualName: string;
  scheme: Scheme;
}

/** The join page in small, as it looks with the draft. Nothing in it can be pressed. */
export function BrandingPreview({ branding, usualName, scheme }: Props) {
  const { accent, logo, welcomeText, endText } = branding;
  const name = branding.name ?? usualName;
  const style = v.is(colourSchema, accent) ? accentProperties(accent, scheme) : {};
  return (
    <figure class="branding-figure">
      <figcaption class="hint">{t(`branding.on.${scheme}`)}</figcaption>
      <div class="branding-preview" data-scheme={scheme} style={style}>
        <Brand site={{ name, look: { logo } }} />
        <div class="card">
          <p class="branding-title">{t('join.title', { site: name })}</p>
          {welcomeText !== '' && <p class="site-text">{welcomeText}</p>}
          <p class="branding-colours">
            <span class="button primary">{t('join.submit')}</span>
            <span class="branding-soft">{t('branding.sample')}</span>
          </p>
          {endText !== '' && (
            <>
              <hr />
              <p class="branding-title">{t('assist.ended')}</p>
              <p class="site-text">{endText}</p>
            </>
          )}
        </div>
      </div>
    </figure>
  );
}
