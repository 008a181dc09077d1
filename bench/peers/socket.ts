/** What goes between the two pages of a peer. */
export type PeerMessage =
  | { kind: 'start' }
  | { kind: 'event'; event: unknown }
  | { kind: 'click'; id: number }
  | { kind: 'text'; text: string }
  | { kind: 'signal'; signal: RTCSessionDescriptionInit };

export interface Wire {
  send(message: PeerMessage): void;
}

/** A bare WebSocket to the other page, JSON both ways. */
export async function openSocket(handle: (message: PeerMessage) => void): Promise<Wire> {
  const socket = new WebSocket(`ws://${location.host}/wire`);
  socket.addEventListener('message', ({ data }: MessageEvent<string>) => handle(JSON.parse(data) as PeerMessage));
  await new Promise((resolve) => socket.addEventListener('open', resolve, { once: true }));
  return { send: (message) => socket.send(JSON.stringify(message)) };
}
