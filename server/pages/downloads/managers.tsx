import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { parseWith } from '../../../shared/protocol/codec.ts';
import {
  type ManagerDownload,
  managerListFile,
  managerListSchema,
} from '../../../shared/protocol/manager-downloads.ts';
import { t } from '../../../shared/browser/ui/i18n.ts';

const folder = '/downloads/manager';
const systems = { linux: 'Linux', windows: 'Windows', macos: 'macOS' } as const;

/** What this site has been built with; none is an empty list. */
async function listed(): Promise<ManagerDownload[]> {
  const answer = await fetch(`${folder}/${managerListFile}`).catch(() => null);
  const parsed = answer?.ok ? parseWith(managerListSchema, await answer.text()) : null;
  return parsed?.ok ? parsed.message : [];
}

/** The Support Manager for each system, this computer's first. */
export function Managers() {
  const managers = useSignal<ManagerDownload[] | null>(null);
  useEffect(() => {
    const here = (Object.keys(systems) as (keyof typeof systems)[]).find((system) =>
      navigator.userAgent.toLowerCase().includes(system === 'macos' ? 'mac os' : system),
    );
    const rank = ({ system, needsNode }: ManagerDownload) => (system === here ? 0 : 2) + (needsNode ? 1 : 0);
    void listed().then((all) => (managers.value = all.toSorted((a, b) => rank(a) - rank(b))));
  }, []);

  return (
    <section class="card">
      <h2>{t('downloads.manager')}</h2>
      <p>{t('downloads.managerText')}</p>
      {managers.value?.length === 0 && <p>{t('downloads.managerNone')}</p>}
      <ul class="downloads">
        {managers.value?.map((manager) => (
          <li key={manager.file}>
            <a class="button" href={`${folder}/${manager.file}`} download>
              {nameOf(manager)}
            </a>{' '}
            <span class="hint">
              {t('downloads.managerSize', { count: Math.max(1, Math.round(manager.bytes / 1e6)) })}
              {manager.experimental && `, ${t('downloads.experimental')}`}
            </span>
            <p class="hint">
              {t('downloads.sum')} <code>{manager.sha256}</code>
            </p>
          </li>
        ))}
      </ul>
      <p class="hint">{t('downloads.uninstall')}</p>
    </section>
  );
}

function nameOf({ system, processor, needsNode }: ManagerDownload): string {
  if (needsNode) return t('downloads.managerNode', { system: systems[system] });
  const chip = system === 'macos' ? (processor === 'arm64' ? 'Apple' : 'Intel') : processor;
  return `${systems[system]} (${chip})`;
}
