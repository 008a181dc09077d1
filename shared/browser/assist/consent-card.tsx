import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { t } from '../ui/i18n.ts';
import { useAnswerTime } from './answer-time.ts';
import type { AskedOnce } from './question.ts';
import { SiteCheck, type SiteIdentity } from './site-check.tsx';

interface Props {
  question: AskedOnce;
  site: SiteIdentity;
  title: string;
  /** What a yes means. */
  what: string;
  hint: string;
  /** What has to be chosen first. */
  choice?: ComponentChildren;
  problem?: string | null;
  /** Another way to say yes. */
  other?: { label: string; onPress: () => void } | null;
  /** False: there is nothing yet to say yes to. */
  isReady?: boolean;
  /** Said in the place of the time that is left. */
  waiting?: string | null;
  /** In place of the usual no. */
  denyLabel?: string | null;
  relayNow: () => number;
  onAllow: () => void;
  onDeny: () => void;
}

/** A question to the customer. Nothing has the focus at first, and clicks at once do not count. */
export function ConsentCard({ question, site, title, what, hint, relayNow, onAllow, onDeny, ...more }: Props) {
  const { choice, problem = null, other = null, isReady = true, waiting = null, denyLabel = null } = more;
  const id = useId();
  const { armed, left } = useAnswerTime(question, relayNow);
  return (
    <section class="card consent" role="alertdialog" aria-labelledby={`${id}-title`} aria-describedby={`${id}-what`}>
      <h2 id={`${id}-title`}>{title}</h2>
      <p class="row">
        <strong>{t('consent.who', { host: question.hostName, site: site.name })}</strong> <SiteCheck site={site} />
      </p>
      {choice}
      <div id={`${id}-what`} class="stack">
        <p>{what}</p>
        <p class="hint">{hint}</p>
      </div>
      {problem !== null && <p class="problem">{problem}</p>}
      <div class="row">
        <button type="button" class="primary" disabled={!armed.value || !isReady} onClick={onAllow}>
          {t('consent.allow')}
        </button>
        {other && (
          <button type="button" disabled={!armed.value || !isReady} onClick={other.onPress}>
            {other.label}
          </button>
        )}
        <button type="button" disabled={!armed.value} onClick={onDeny}>
          {denyLabel ?? t('consent.deny')}
        </button>
        <span class="hint" role="timer">
          {waiting ?? t('consent.left', { count: left.value })}
        </span>
      </div>
    </section>
  );
}
