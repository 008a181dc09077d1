import { Brand } from '../../../shared/browser/ui/brand.tsx';
import { place, sections } from './place.ts';
import { t } from './say.ts';

/** The parts of the admin's pages. */
export function SideNav({ faults, signOut }: { faults: number; signOut: () => void }) {
  const { section } = place.value;
  return (
    <div class="side">
      <Brand />
      <nav aria-label={t('admin.title')}>
        {sections.map((one) => (
          <a key={one} href={`#${one}`} aria-current={one === section ? 'page' : undefined}>
            {t(`admin.${one}`)}
            {one === 'queues' && faults > 0 && <span class="tag bad">{faults}</span>}
          </a>
        ))}
        <a href="/admin/privacy">{t('admin.privacy')}</a>
        <a href="/reports/figures">{t('admin.figures')}</a>
        <a href="/recordings">{t('common.recordings')}</a>
        <a href="/downloads">{t('downloads.title')}</a>
      </nav>
      <button type="button" class="quiet" onClick={signOut}>
        {t('popup.signOut')}
      </button>
    </div>
  );
}
