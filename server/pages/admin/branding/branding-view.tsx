import { type Branding, brandingLimits } from '../../../../shared/protocol/branding.ts';
import { SectionCard } from '../fields/section-card.tsx';
import { TextField } from '../fields/text-field.tsx';
import { t } from '../say.ts';
import { AccentField } from './accent-field.tsx';
import { brandingFault } from './branding-problem.ts';
import { BrandingPreview } from './branding-preview.tsx';
import { LogoField } from './logo-field.tsx';

interface Props {
  branding: Branding;
  /** What the site is called without a name of its own. */
  usualName: string;
  change: (part: Partial<Branding>) => void;
}

/** How the site looks to its customers, seen beside it at once. */
export function BrandingView({ branding, usualName, change }: Props) {
  const fault = brandingFault(branding);
  return (
    <div class="stack">
      <h1>{t('admin.branding')}</h1>
      <p class="hint">{t('branding.text')}</p>
      <div class="columns">
        <div class="stack">
          <SectionCard title={t('branding.identity')}>
            <TextField
              label={t('branding.name')}
              hint={t('branding.nameHint')}
              name="site-name"
              maxLength={60}
              placeholder={usualName}
              isWrong={fault === 'name'}
              value={branding.name ?? ''}
              onInput={(name) => change({ name: name === '' ? null : name })}
            />
            <LogoField logo={branding.logo} name={branding.name ?? usualName} onChange={(logo) => change({ logo })} />
            <AccentField accent={branding.accent} onChange={(accent) => change({ accent })} />
          </SectionCard>
          <SectionCard title={t('branding.texts')} hint={t('branding.textsHint')}>
            {(['welcomeText', 'endText'] as const).map((part) => (
              <TextField
                key={part}
                label={t(`branding.${part}`)}
                hint={t(`branding.${part}Hint`)}
                name={part}
                isLong
                maxLength={brandingLimits.textChars}
                isWrong={fault === part}
                value={branding[part]}
                onInput={(text) => change({ [part]: text })}
              />
            ))}
          </SectionCard>
        </div>
        <SectionCard title={t('branding.preview')}>
          <BrandingPreview branding={branding} usualName={usualName} scheme="light" />
          <BrandingPreview branding={branding} usualName={usualName} scheme="dark" />
        </SectionCard>
      </div>
    </div>
  );
}
