import { type MessageKey, t } from '../../../shared/browser/ui/i18n.ts';
import { type Command, command } from './command.ts';

/** Where one can go by a command; each is found by what it is, in whichever layout it stands. */
const places: readonly { id: string; label: MessageKey; at: string }[] = [
  { id: 'go.chat', label: 'palette.goChat', at: '.chat-box textarea' },
  { id: 'go.search', label: 'palette.goSearch', at: '.chat input[type=search]' },
  { id: 'go.notes', label: 'palette.goNotes', at: '.notes textarea' },
  { id: 'go.tools', label: 'palette.goTools', at: '#tab-tools' },
  { id: 'go.desktop', label: 'palette.goDesktop', at: '#tab-desktop' },
  { id: 'go.application', label: 'palette.goApplication', at: '#tab-application' },
  { id: 'go.session', label: 'palette.goSession', at: '#tab-session' },
];

/** What is in the panel of a narrow window is there too: it only has to be opened. */
const find = (at: string) => {
  const found = document.querySelector<HTMLElement>(at);
  return found?.checkVisibility() || found?.closest('[popover]') ? found : null;
};

export const placeCommands = (): Command[] =>
  places.map(({ id, label, at }) =>
    command({
      id,
      label: t(label),
      lack: find(at) ? null : t('lack.notHere'),
      run: () => {
        const place = find(at);
        if (place?.role === 'tab') place.click();
        if (!place?.checkVisibility()) place?.closest<HTMLElement>('[popover]')?.showPopover();
        place?.focus();
      },
    }),
  );
