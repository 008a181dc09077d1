import { useEffect, useMemo } from 'preact/hooks';
import type { DeviceKind } from './chosen-devices.ts';
import type { OwnCall } from './create-call.ts';
import type { CallDevice } from './device-problem.ts';
import { createOwnMedia, type OwnMedia } from './own-media.ts';

interface Trial {
  media: OwnMedia;
  /** In a call: what is shown is what the others get. */
  isLive: boolean;
  turnOn(device: CallDevice): void;
  use(kind: DeviceKind, id: string): void;
}

/** The devices of the call that goes on; where there is none, devices that only this view hears and sees, until it goes. */
export function useTrial(call: OwnCall): Trial {
  const view = call.view.value;
  const isLive = view.kind === 'in' && view.here;
  const trial = useMemo(
    () => createOwnMedia({ chosen: call.devices.chosen, isOwnHand: call.isOwnHand, onTrack: () => undefined }),
    [],
  );
  useEffect(() => () => trial.close(), []);
  useEffect(() => {
    if (isLive) trial.close();
  }, [isLive]);
  const media = isLive ? call.own : trial;
  const turnOn = (device: CallDevice) => void media.turnOn(device).then(() => call.devices.look());
  return {
    media,
    isLive,
    turnOn,
    use(kind, id) {
      call.useDevice(kind, id);
      if (isLive || kind === 'speaker') return;
      if (kind === 'microphone' ? trial.audio.peek() : trial.video.peek()) turnOn(kind);
    },
  };
}
