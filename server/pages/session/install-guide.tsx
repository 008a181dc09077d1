import { type MessageKey, t } from '../../../shared/browser/ui/i18n.ts';
import type { Site } from '../../../shared/protocol/rest.ts';
import { StepPicture, type Step } from './step-picture.tsx';

type Guided = { name: string; file: string; steps: readonly { text: MessageKey; picture: Step }[] };

const chrome: Guided = {
  name: 'Chrome, Edge, Chromium',
  file: '/downloads/beside-chrome.zip',
  steps: [
    { text: 'install.chrome1', picture: 'download' },
    { text: 'install.chrome2', picture: 'switch' },
    { text: 'install.chrome3', picture: 'folder' },
  ],
};
const firefox: Guided = {
  name: 'Firefox',
  file: '/downloads/beside-firefox.xpi',
  steps: [
    { text: 'install.firefox1', picture: 'download' },
    { text: 'install.firefox2', picture: 'confirm' },
    { text: 'install.firefox3', picture: 'toolbar' },
  ],
};

/** How to get the extension, for the browser in front of the customer. */
export function InstallGuide({ stores }: { stores: Site['stores'] }) {
  const isFirefox = navigator.userAgent.includes('Firefox');
  const guided = isFirefox ? firefox : chrome;
  const store = isFirefox ? stores.firefox : stores.chrome;
  return (
    <section class="card install">
      <h2>{t('install.title')}</h2>
      <p class="hint">{t('install.text')}</p>
      {store ? (
        <a class="button primary" href={store} target="_blank" rel="noreferrer">
          {t('install.store')}
        </a>
      ) : (
        <>
          <a class="button primary" href={guided.file} download>
            {t('install.download', { browser: guided.name })}
          </a>
          <ol class="stack">
            {guided.steps.map((step) => (
              <li key={step.text}>
                <StepPicture step={step.picture} />
                {t(step.text)}
              </li>
            ))}
          </ol>
        </>
      )}
      <p class="hint">{t('install.click')}</p>
    </section>
  );
}
