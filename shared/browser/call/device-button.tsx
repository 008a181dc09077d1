import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { t } from '../ui/i18n.ts';
import type { OwnCall } from './create-call.ts';
import { DeviceDialog } from './device-dialog.tsx';
import { Icon } from './icon.tsx';

/** Opens the choice of devices. A call that comes in meanwhile closes it, or its card could not be reached. */
export function DeviceButton({ call }: { call: OwnCall }) {
  const isOpen = useSignal(false);
  const { kind } = call.view.value;
  useEffect(() => {
    if (kind === 'rung') isOpen.value = false;
  }, [kind]);
  const name = t('call.devices');
  return (
    <>
      <button type="button" class="call-round" aria-label={name} title={name} onClick={() => (isOpen.value = true)}>
        <Icon shape="devices" />
      </button>
      {isOpen.value && <DeviceDialog call={call} onClose={() => (isOpen.value = false)} />}
    </>
  );
}
