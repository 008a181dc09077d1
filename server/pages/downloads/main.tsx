import { Brand } from '../../../shared/browser/ui/brand.tsx';
import { t } from '../../../shared/browser/ui/i18n.ts';
import { mount } from '../../../shared/browser/ui/mount.tsx';
import { Managers } from './managers.tsx';

const files = [
  { name: 'Chrome, Edge, Chromium', file: '/downloads/beside-chrome.zip' },
  { name: 'Firefox', file: '/downloads/beside-firefox.xpi' },
];

document.title = t('downloads.title');
mount(
  <div class="page">
    <Brand />
    <section class="card">
      <h1>{t('downloads.title')}</h1>
      <p>{t('downloads.text')}</p>
      {files.map(({ name, file }) => (
        <a key={file} class="button" href={file} download>
          {t('install.download', { browser: name })}
        </a>
      ))}
    </section>
    <Managers />
  </div>,
);
