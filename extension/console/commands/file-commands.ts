import { chooseFiles } from '../../../shared/browser/files/choose-files.ts';
import { t } from '../../../shared/browser/ui/i18n.ts';
import type { ConsoleSession } from '../console-session.ts';
import { type Command, command } from './command.ts';

/** Files for others in the session. */
export function fileCommands({ client, files }: ConsoleSession): Command[] {
  const { phase } = client.state.value;
  const lack = phase === 'open' ? t('lack.switchedOff') : t(phase === 'none' ? 'lack.connecting' : 'lack.ended');
  return [
    command({
      id: 'files.publish',
      label: t('file.publish'),
      lack: files.mayPublish.value ? null : lack,
      run: () => chooseFiles((chosen) => files.publish(chosen)),
    }),
  ];
}
