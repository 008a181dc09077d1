import { t } from '../../../shared/browser/ui/i18n.ts';

/** Examples; the filter knows more of each kind. */
const ours = ['data-assist-mask', 'data-assist-block', 'data-assist-show', 'data-assist-no-control'];
const others = [
  'data-private',
  '.rr-mask',
  '.rr-block',
  '.sentry-mask',
  '.ph-no-capture',
  '.fs-mask',
  '.fs-exclude',
  'data-hj-suppress',
  'data-dd-privacy',
  'data-openreplay-masked',
  '.surfly_private',
  '.no-upscope',
  'data-clarity-mask',
];

/** What a site's own developers may write into its pages. */
export function Markers() {
  const list = (names: readonly string[]) => (
    <p class="markers">
      {names.map((name) => (
        <code key={name}>{name}</code>
      ))}
    </p>
  );
  return (
    <section class="card">
      <h2>{t('privacy.markers')}</h2>
      <p>{t('privacy.markersOurs')}</p>
      {list(ours)}
      <p>{t('privacy.markersOthers')}</p>
      {list(others)}
    </section>
  );
}
