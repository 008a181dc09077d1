import { type Layout, layouts } from '../../../../shared/queue/layouts.ts';
import { t } from '../say.ts';

interface Props {
  /** Of the host. */
  name: string;
  /** Null: as the site. */
  own: readonly Layout[] | null;
  ofSite: readonly Layout[];
  onChange: (own: Layout[] | null) => void;
}

/** Which consoles one host gets: those of the site, or own ones, of which the last cannot be taken away. */
export function HostConsoles({ name, own, ofSite, onChange }: Props) {
  const isOwn = own !== null;
  return (
    <fieldset class="host-consoles">
      <legend class="visually-hidden">{t('hosts.consolesOf', { name })}</legend>
      <label class="tick">
        <input
          type="checkbox"
          name="consoles-as-site"
          checked={!isOwn}
          onChange={({ currentTarget: { checked } }) => onChange(checked ? null : [...ofSite])}
        />
        {t('hosts.consolesAsSite')}
      </label>
      {isOwn &&
        layouts.map((layout) => (
          <label key={layout} class="tick">
            <input
              type="checkbox"
              name={`console-${layout}`}
              checked={own.includes(layout)}
              disabled={own.length === 1 && own.includes(layout)}
              onChange={({ currentTarget: { checked } }) =>
                onChange(layouts.filter((one) => (one === layout ? checked : own.includes(one))))
              }
            />
            {t(`site.console.${layout}`)}
          </label>
        ))}
    </fieldset>
  );
}
