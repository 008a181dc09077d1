import type { XConnection } from '../../../manager/x11/connection.ts';

interface Monitor {
  name: string;
  primary: boolean;
  x: number;
  width: number;
}

const [set, remove] = [43, 44];

/** A request of RandR 1.5 about a monitor, to which nothing is answered. */
async function request(x: XConnection, minor: number, words: number, fill: (bytes: Buffer) => void): Promise<void> {
  const { majorOpcode } = await x.ask(x.client.QueryExtension, 'RANDR');
  const bytes = Buffer.alloc(words * 4);
  bytes[0] = majorOpcode;
  bytes[1] = minor;
  bytes.writeUInt16LE(words, 2);
  bytes.writeUInt32LE(x.root, 4);
  fill(bytes);
  void x.askRaw(bytes, () => null).catch(() => undefined);
  await x.settled();
}

/** SetMonitor: a part of the desktop that is a monitor of its own. */
export async function setMonitor(x: XConnection, { name, primary, x: left, width }: Monitor): Promise<void> {
  const atom = await x.atom(name);
  await request(x, set, 8, (bytes) => {
    bytes.writeUInt32LE(atom, 8);
    bytes[12] = primary ? 1 : 0;
    bytes.writeInt16LE(left, 16);
    bytes.writeUInt16LE(width, 20);
    bytes.writeUInt16LE(x.height, 22);
  });
}

/** X does not set one anew that is there. */
export async function moveMonitor(x: XConnection, monitor: Monitor): Promise<void> {
  const atom = await x.atom(monitor.name);
  await request(x, remove, 3, (bytes) => void bytes.writeUInt32LE(atom, 8));
  await setMonitor(x, monitor);
}
