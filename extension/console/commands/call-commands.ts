import type { OwnCall } from '../../../shared/browser/call/create-call.ts';
import { t } from '../../../shared/browser/ui/i18n.ts';
import { type Command, command } from './command.ts';

/** Voice and video among all in the session. */
export function callCommands(call: OwnCall): Command[] {
  const view = call.view.value;
  const isEntering = call.entering.value !== null;
  const isIn = view.kind === 'in' && view.here;
  const noBegin = view.kind !== 'none' || isEntering ? t('lack.calling') : view.canCall ? null : t('error.call.nobody');
  const notIn = isIn ? null : t('lack.noCall');
  const isMuted = call.own.microphone.value === 'muted';
  return [
    command({ id: 'call.voice', label: t('call.voice'), lack: noBegin, run: () => call.enter('voice') }),
    command({ id: 'call.video', label: t('call.video'), lack: noBegin, run: () => call.enter('video') }),
    command({
      id: 'call.mute',
      label: t(isMuted ? 'call.unmute' : 'call.mute'),
      lack: notIn,
      run: () => call.own.mute(!isMuted),
    }),
    command({ id: 'call.leave', label: t('call.leave'), lack: notIn, run: () => call.leave() }),
  ];
}
