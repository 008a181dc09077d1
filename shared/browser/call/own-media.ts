import { computed, type ReadonlySignal, signal as createSignal } from '@preact/signals';
import type { CallState } from '../../protocol/media.ts';
import type { TrackKind } from '../link/media-peer.ts';
import type { ChosenDevices } from './chosen-devices.ts';
import type { CallDevice, DeviceProblem } from './device-problem.ts';
import { openDevice } from './open-device.ts';

export interface OwnMedia {
  /** What is sent: the tracks below, in a stream that stays the same. */
  readonly stream: MediaStream;
  readonly audio: ReadonlySignal<MediaStreamTrack | null>;
  /** Null: the camera is off, and its light with it. */
  readonly video: ReadonlySignal<MediaStreamTrack | null>;
  readonly microphone: ReadonlySignal<CallState['microphone']>;
  readonly problem: ReadonlySignal<DeviceProblem | null>;
  /** From the person's own click, as all that turns something on. False: it did not, and `problem` says why. */
  turnOn(device: CallDevice): Promise<boolean>;
  turnOff(device: CallDevice): void;
  mute(muted: boolean): void;
  forgetProblem(): void;
  /** Everything off. */
  close(): void;
}

interface Deps {
  chosen: ReadonlySignal<ChosenDevices>;
  /** False: a click may be another's, who controls this computer. */
  isOwnHand: () => boolean;
  /** Another track is to be sent, or none. */
  onTrack: (kind: TrackKind, track: MediaStreamTrack | null) => void;
}

const kindOf = { microphone: 'audio', camera: 'video' } as const;

/** One's own microphone and camera in a call. A muted microphone stays open and sends silence; a camera that is off is closed. */
export function createOwnMedia({ chosen, isOwnHand, onTrack }: Deps): OwnMedia {
  const stream = new MediaStream();
  const tracks = {
    microphone: createSignal<MediaStreamTrack | null>(null),
    camera: createSignal<MediaStreamTrack | null>(null),
  };
  const isMuted = createSignal(false);
  const problem = createSignal<DeviceProblem | null>(null);
  /** What was asked for last: an answer to something older turns nothing on. */
  const asked = { microphone: 0, camera: 0 };

  function put(device: CallDevice, track: MediaStreamTrack | null): void {
    const before = tracks[device].peek();
    if (before === track) return;
    if (track) stream.addTrack(track);
    onTrack(kindOf[device], track);
    if (before) {
      stream.removeTrack(before);
      before.stop();
    }
    tracks[device].value = track;
  }

  function turnOff(device: CallDevice): void {
    asked[device] += 1;
    put(device, null);
  }

  function isOwnClick(device: CallDevice): boolean {
    if (isOwnHand()) return true;
    problem.value = { device, code: 'controlled' };
    return false;
  }

  return {
    stream,
    audio: tracks.microphone,
    video: tracks.camera,
    microphone: computed(() => (tracks.microphone.value ? (isMuted.value ? 'muted' : 'on') : 'none')),
    problem,
    async turnOn(device) {
      if (!isOwnClick(device)) return false;
      const mine = (asked[device] += 1);
      const opened = await openDevice(device, chosen.peek()[device]);
      if (mine !== asked[device]) {
        if (opened.ok) opened.track.stop();
        return false;
      }
      if (!opened.ok) {
        problem.value = opened.problem;
        return false;
      }
      const { track } = opened;
      if (problem.peek()?.device === device) problem.value = null;
      if (device === 'microphone') track.enabled = !isMuted.peek();
      // Only when it is pulled out or taken away: what we stop ourselves says nothing.
      track.addEventListener('ended', () => {
        if (tracks[device].peek() !== track) return;
        put(device, null);
        problem.value = { device, code: 'unplugged' };
      });
      put(device, track);
      return true;
    },
    turnOff,
    mute(muted) {
      if (!muted && !isOwnClick('microphone')) return;
      isMuted.value = muted;
      const track = tracks.microphone.peek();
      if (track) track.enabled = !muted;
    },
    forgetProblem: () => void (problem.value = null),
    close() {
      turnOff('microphone');
      turnOff('camera');
      isMuted.value = false;
      problem.value = null;
    },
  };
}
