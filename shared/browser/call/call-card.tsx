import type { ComponentChildren } from 'preact';
import { t } from '../ui/i18n.ts';
import type { OwnCall } from './create-call.ts';
import { Icon } from './icon.tsx';

interface Props {
  call: OwnCall;
  kind: 'others' | 'rejoin';
  title: string;
  /** In which words one may come in; null: not now. */
  answers: 'join' | 'rejoin' | null;
  children?: ComponentChildren;
}

/** A call that goes on without this window. */
export function CallCard({ call, kind, title, answers, children }: Props) {
  return (
    <section class="call-card" aria-label={t('call.title')} data-call={kind}>
      <p role="status">{title}</p>
      <div class="row">
        {answers && (
          <>
            <button type="button" class="primary" onClick={() => call.enter('voice')}>
              <Icon shape="phone" /> {t(`call.${answers}Voice`)}
            </button>
            <button type="button" onClick={() => call.enter('video')}>
              <Icon shape="camera" /> {t(`call.${answers}Video`)}
            </button>
          </>
        )}
        {children}
      </div>
    </section>
  );
}
