import { type ReadonlySignal, signal as createSignal } from '@preact/signals';
import type { ChosenDevices, DeviceKind, DeviceMemory } from './chosen-devices.ts';
import { mediaDevices } from '../link/media-devices.ts';

export interface Device {
  id: string;
  /** Empty until the person has let the page use one. */
  label: string;
}

export interface CallDevices {
  readonly all: ReadonlySignal<Readonly<Record<DeviceKind, readonly Device[]>>>;
  readonly chosen: ReadonlySignal<ChosenDevices>;
  choose(kind: DeviceKind, id: string): void;
  /** Looks again, and follows what comes and goes: names are told only once something is in use. */
  look(): Promise<void>;
}

const kinds: Readonly<Record<MediaDeviceKind, DeviceKind>> = {
  audioinput: 'microphone',
  videoinput: 'camera',
  audiooutput: 'speaker',
};
/** Browsers without it play where the system does. */
const canChooseSpeaker = 'setSinkId' in HTMLMediaElement.prototype;

/** The devices that there are, and which of them this person has chosen in this browser. */
export function createCallDevices(memory: DeviceMemory, until: AbortSignal): CallDevices {
  const all = createSignal<Record<DeviceKind, readonly Device[]>>({ microphone: [], camera: [], speaker: [] });
  const chosen = createSignal<ChosenDevices>({});
  void memory.get().then((kept) => (chosen.value = { ...kept, ...chosen.peek() }));

  async function look(): Promise<void> {
    // Once. Not before somebody looks: for whoever listens the browser starts programs that watch for devices.
    mediaDevices()?.addEventListener('devicechange', changed, { signal: until });
    const found = (await mediaDevices()?.enumerateDevices()) ?? [];
    const next: Record<DeviceKind, Device[]> = { microphone: [], camera: [], speaker: [] };
    for (const { kind, deviceId: id, label } of found) {
      if (id !== '' && (kind !== 'audiooutput' || canChooseSpeaker)) next[kinds[kind]].push({ id, label });
    }
    all.value = next;
  }
  const changed = () => void look().catch(() => undefined);

  return {
    all,
    chosen,
    choose(kind, id) {
      chosen.value = { ...chosen.peek(), [kind]: id };
      void memory.set(chosen.peek());
    },
    look,
  };
}
