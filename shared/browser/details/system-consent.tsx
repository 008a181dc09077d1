import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { SystemReport } from '../../protocol/details.ts';
import type { SiteIdentity } from '../assist/site-check.tsx';
import { ToolConsent } from '../assist/tool-consent.tsx';
import type { ToolQuestion } from '../assist/tool-question.ts';
import { t } from '../ui/i18n.ts';
import { SystemTable } from './system-table.tsx';

interface Props {
  question: ToolQuestion;
  site: SiteIdentity;
  collect: () => Promise<SystemReport>;
  relayNow: () => number;
  onAllow: (report: SystemReport) => void;
  onDeny: () => void;
}

/** The customer reads just what would be told. */
export function SystemConsent({ collect, onAllow, ...card }: Props) {
  const report = useSignal<SystemReport | null>(null);
  const problem = useSignal(false);
  useEffect(() => {
    collect().then(
      (found) => (report.value = found),
      () => (problem.value = true),
    );
  }, []);
  const { value: found } = report;
  return (
    <ToolConsent
      {...card}
      choice={found ? <SystemTable report={found} /> : <p class="hint">{t('common.loading')}</p>}
      problem={problem.value ? t('system.problem') : null}
      isReady={found !== null}
      onAllow={() => {
        if (found) onAllow(found);
      }}
    />
  );
}
