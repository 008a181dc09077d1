import type { AskedDoubt } from '../../folder/doubts.ts';
import { t } from '../../ui/i18n.ts';
import { ConsentCard } from '../consent-card.tsx';
import type { SiteIdentity } from '../site-check.tsx';

interface Props {
  doubt: AskedDoubt;
  host: { id: string; name: string };
  site: SiteIdentity;
  relayNow: () => number;
  onAnswer: (isYes: boolean) => void;
}

/** Before something is deleted or replaced. */
export function DoubtCard({ doubt, host, site, relayNow, onAnswer }: Props) {
  const { kind, entry, path } = doubt;
  const what = kind === 'replace' ? 'replace' : entry.kind === 'folder' ? 'removeFolder' : 'removeFile';
  const values = { host: host.name, name: entry.name };
  return (
    <ConsentCard
      question={{ requestId: `doubt-${doubt.number}`, hostId: host.id, hostName: host.name, askedAt: doubt.askedAt }}
      site={site}
      title={t(`folder.doubt.${what}Title`, values)}
      what={t(`folder.doubt.${what}What`, values)}
      hint={t('folder.doubt.where', { path: path.join(' › ') })}
      relayNow={relayNow}
      onAllow={() => onAnswer(true)}
      onDeny={() => onAnswer(false)}
    />
  );
}
