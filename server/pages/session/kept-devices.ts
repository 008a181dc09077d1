import * as v from 'valibot';
import { chosenDevicesSchema, type DeviceMemory } from '../../../shared/browser/call/chosen-devices.ts';

const key = 'beside.callDevices';

/** The devices for calls, for this browser and site. What does not fit counts as no choice. */
export const keptDevices: DeviceMemory = {
  get() {
    const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), chosenDevicesSchema), localStorage.getItem(key));
    return Promise.resolve(parsed.success ? parsed.output : null);
  },
  set(chosen) {
    localStorage.setItem(key, JSON.stringify(chosen));
    return Promise.resolve();
  },
};
