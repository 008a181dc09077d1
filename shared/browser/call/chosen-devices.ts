import * as v from 'valibot';

const deviceId = v.optional(v.pipe(v.string(), v.maxLength(200)));

/** Which devices a person wants in calls, as this browser names them for this page; what is left out: the browser's own choice. */
export const chosenDevicesSchema = v.object({ microphone: deviceId, camera: deviceId, speaker: deviceId });
export type ChosenDevices = v.InferOutput<typeof chosenDevicesSchema>;
export type DeviceKind = keyof ChosenDevices;

/** Where the choice is kept, for this browser. */
export interface DeviceMemory {
  get(): Promise<ChosenDevices | null>;
  set(chosen: ChosenDevices): Promise<void>;
}
