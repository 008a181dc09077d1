/** A WebSocket to the other side of a room, open. */
export async function openWire(room: string, side: 'customer' | 'host'): Promise<WebSocket> {
  const socket = new WebSocket(`ws://${location.host}/wire?room=${room}&side=${side}`);
  socket.binaryType = 'arraybuffer';
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve, { once: true });
    socket.addEventListener('error', () => reject(new Error(`no wire in the room ${room}`)), { once: true });
  });
  return socket;
}
