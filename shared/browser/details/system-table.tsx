import { Fragment } from 'preact';
import type { SystemReport } from '../../protocol/details.ts';
import { byteText } from '../files/byte-text.ts';
import { t } from '../ui/i18n.ts';

/** Facts about a computer, to read and to print. */
export function SystemTable({ report: { facts, disks, processes } }: { report: SystemReport }) {
  return (
    <div class="stack system-report">
      <dl class="facts">
        {facts.map(({ key, value }) => (
          <Fragment key={key}>
            <dt>{t(`system.${key}`)}</dt>
            <dd>{value}</dd>
          </Fragment>
        ))}
        {disks.map(({ name, bytes, freeBytes }) => (
          <Fragment key={name}>
            <dt>{t('system.disk', { name })}</dt>
            <dd>{t('system.diskFree', { free: byteText(freeBytes), all: byteText(bytes) })}</dd>
          </Fragment>
        ))}
      </dl>
      {processes.length > 0 && (
        <details>
          <summary>{t('system.processes', { count: processes.length })}</summary>
          <table>
            <thead>
              <tr>
                <th scope="col">{t('system.process')}</th>
                <th scope="col">{t('system.processMemory')}</th>
              </tr>
            </thead>
            <tbody>
              {processes.map(({ name, memoryBytes }) => (
                <tr key={name}>
                  <td>{name}</td>
                  <td>{byteText(memoryBytes)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      )}
    </div>
  );
}
