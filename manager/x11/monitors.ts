import type { NativeScreen } from '../../shared/protocol/manager.ts';
import type { XConnection } from './connection.ts';

/** RandR 1.5, which the library does not go to: `GetMonitors` with only the active ones. */
const getMonitors = 42;
const headBytes = 24;

/**
 * The monitors of the desktop. A screen's id is the atom of its monitor's name, for so Chromium's picker calls it.
 */
export async function listMonitors(x: XConnection): Promise<NativeScreen[]> {
  const { present, majorOpcode } = await x.ask(x.client.QueryExtension, 'RANDR');
  const whole = { x: 0, y: 0, width: x.width, height: x.height };
  if (!present) return [{ id: '0', name: 'Screen', primary: true, ...whole }];
  const request = Buffer.alloc(12);
  request[0] = majorOpcode;
  request[1] = getMonitors;
  request.writeUInt16LE(3, 2);
  request.writeUInt32LE(x.root, 4);
  request[8] = 1;
  const monitors = await x.askRaw(request, readMonitors);
  return Promise.all(
    monitors.map(async ({ atom, ...monitor }) => ({
      id: String(atom),
      name: (await x.ask(x.client.GetAtomName, atom)).slice(0, 200),
      ...monitor,
    })),
  );
}

/** `body` begins after the first 8 bytes of the reply. */
function readMonitors(body: Buffer) {
  const count = body.readUInt32LE(4);
  const monitors = [];
  let at = headBytes;
  for (let index = 0; index < count; index += 1) {
    monitors.push({
      atom: body.readUInt32LE(at),
      primary: body[at + 4] === 1,
      x: body.readInt16LE(at + 8),
      y: body.readInt16LE(at + 10),
      width: body.readUInt16LE(at + 12),
      height: body.readUInt16LE(at + 14),
    });
    at += 24 + 4 * body.readUInt16LE(at + 6);
  }
  return monitors;
}
