import type { NativeScreen } from '../../shared/protocol/manager.ts';
import { win } from './user32.ts';

const deviceBytes = 840;
const settingsBytes = 220;
const current = 0xffff_ffff;
const isActive = 1;
const isPrimary = 4;

/** Screens by the number of their device, as Chromium's picker calls them. */
export function listScreens(): NativeScreen[] {
  const screens: NativeScreen[] = [];
  for (let index = 0; ; index += 1) {
    const device = Buffer.alloc(deviceBytes);
    device.writeUInt32LE(deviceBytes, 0);
    if (!win.displayDevice(null, index, device, 0)) return screens;
    const state = device.readUInt32LE(324);
    const name = device.subarray(4, 68);
    const settings = Buffer.alloc(settingsBytes);
    settings.writeUInt16LE(settingsBytes, 68);
    if ((state & isActive) === 0 || !win.displaySettings(Buffer.from(name), current, settings)) continue;
    screens.push({
      id: String(index),
      name: name.toString('utf16le').replace(/\0.*$/s, ''),
      primary: (state & isPrimary) !== 0,
      x: settings.readInt32LE(76),
      y: settings.readInt32LE(80),
      width: settings.readUInt32LE(172),
      height: settings.readUInt32LE(176),
    });
  }
}
