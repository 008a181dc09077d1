import { t } from '../ui/i18n.ts';

interface Props {
  hostName: string;
  lines: number;
  onStop: () => void;
}

/** For the customer, while the log of the shown page is told. */
export function LogCard({ hostName, lines, onStop }: Props) {
  return (
    <section class="card row">
      <p role="status">
        {t('log.told', { host: hostName })} <span class="hint">{t('log.toldLines', { count: lines })}</span>
      </p>
      <button type="button" data-takes-away onClick={onStop}>
        {t('log.stop')}
      </button>
    </section>
  );
}
