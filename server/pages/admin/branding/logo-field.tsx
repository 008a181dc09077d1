import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { logoTypes } from '../../../../shared/protocol/branding.ts';
import { t } from '../say.ts';
import { drawLogo } from './draw-logo.ts';

interface Props {
  logo: string | null;
  /** What the logo stands for. */
  name: string;
  onChange: (logo: string | null) => void;
}

export function LogoField({ logo, name, onChange }: Props) {
  const id = useId();
  const isUnfit = useSignal(false);
  const take = async (input: HTMLInputElement) => {
    const file = input.files?.[0];
    if (!file) return;
    const drawn = await drawLogo(file);
    isUnfit.value = drawn === null;
    if (drawn !== null) onChange(drawn);
    // The same file can be chosen once more.
    input.value = '';
  };
  return (
    <div class="field">
      <label for={id}>{t('branding.logo')}</label>
      {logo !== null && (
        <div class="logo-now">
          <img class="brand-logo" src={logo} alt={name} />
          <button type="button" onClick={() => onChange(null)}>
            {t('branding.removeLogo')}
          </button>
        </div>
      )}
      <input
        id={id}
        name="logo"
        type="file"
        accept={logoTypes.join(',')}
        aria-describedby={`${id}-hint`}
        onChange={(event) => void take(event.currentTarget)}
      />
      <p id={`${id}-hint`} class="hint">
        {t('branding.logoHint')}
      </p>
      {isUnfit.value && (
        <p class="problem" role="alert">
          {t('branding.badLogo')}
        </p>
      )}
    </div>
  );
}
