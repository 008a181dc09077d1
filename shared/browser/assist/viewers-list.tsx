import type { OwnShowing } from '../showing/own-showing.ts';
import { t } from '../ui/i18n.ts';
import { SafetyWords } from '../ui/safety-words.tsx';
import type { Viewer } from './shown.ts';

interface Props {
  viewers: readonly Viewer[];
  showing: OwnShowing;
}

/** Several who see the page: the safety words of each one's way, and the way to stop for one of them. */
export function ViewersList({ viewers, showing }: Props) {
  return (
    <ul class="shown-list" data-viewers>
      {viewers.map((viewer) => {
        const words = showing.linkTo(viewer.view.ref.viewer)?.words;
        return (
          <li key={viewer.view.grantId}>
            <strong>{viewer.viewerName}</strong>
            {words && <SafetyWords words={words} />}
            <button type="button" data-takes-away onClick={() => showing.stopFor(viewer)}>
              {t('assist.stopFor', { host: viewer.viewerName })}
            </button>
          </li>
        );
      })}
    </ul>
  );
}
