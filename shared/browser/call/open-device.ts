import { mediaDevices } from '../link/media-devices.ts';
import { type CallDevice, type DeviceProblem, problemCode } from './device-problem.ts';

export type Opened = { ok: true; track: MediaStreamTrack } | { ok: false; problem: DeviceProblem };

/** A device that is wanted and gone is replaced by another: the person has just asked for one. */
const constraints = (device: CallDevice, wanted: string | undefined): MediaStreamConstraints => {
  const deviceId = wanted === undefined ? {} : { deviceId: { ideal: wanted } };
  return device === 'microphone'
    ? { audio: { ...deviceId, echoCancellation: true, noiseSuppression: true, autoGainControl: true } }
    : { video: { ...deviceId, width: { ideal: 640 }, height: { ideal: 360 }, frameRate: { ideal: 24, max: 30 } } };
};

/** Turns a microphone or a camera on. Only for a person's own click. */
export async function openDevice(device: CallDevice, wanted: string | undefined): Promise<Opened> {
  try {
    const from = mediaDevices();
    if (!from) return { ok: false, problem: { device, code: 'unavailable' } };
    const [track] = (await from.getUserMedia(constraints(device, wanted))).getTracks();
    return track ? { ok: true, track } : { ok: false, problem: { device, code: 'missing' } };
  } catch (error) {
    return { ok: false, problem: { device, code: problemCode(error) } };
  }
}
