import type { XConnection } from './connection.ts';

const anyType = 0;
const maxWords = 4_096;

async function read(x: XConnection, window: number, name: string): Promise<Buffer> {
  const property = await x.ask(x.client.GetProperty, 0, window, await x.atom(name), anyType, 0, maxWords);
  return property.data;
}

/** A property of 32-bit numbers; empty when there is none. */
export async function numbersOf(x: XConnection, window: number, name: string): Promise<number[]> {
  const data = await read(x, window, name);
  return Array.from({ length: Math.floor(data.length / 4) }, (_, index) => data.readUInt32LE(index * 4));
}

export async function textOf(x: XConnection, window: number, name: string): Promise<string> {
  return (await read(x, window, name)).toString('utf8');
}
