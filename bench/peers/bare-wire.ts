import { openSocket, type PeerMessage, type Wire } from './socket.ts';

/** The WebSocket itself, or a data channel that was made over it (`?wire=direct`). */
export async function openBareWire(initiates: boolean, handle: (message: PeerMessage) => void): Promise<Wire> {
  if (new URLSearchParams(location.search).get('wire') !== 'direct') return openSocket(handle);
  const peer = new RTCPeerConnection();
  const channel = peer.createDataChannel('bare', { negotiated: true, id: 1 });
  channel.addEventListener('message', ({ data }: MessageEvent<string>) => handle(JSON.parse(data) as PeerMessage));
  const opened = new Promise((resolve) => channel.addEventListener('open', resolve, { once: true }));
  const socket = await openSocket((message) => void signalled(message));

  let described = false;

  async function describe() {
    described = true;
    const gathered = new Promise((resolve) => {
      peer.addEventListener('icegatheringstatechange', () => peer.iceGatheringState === 'complete' && resolve(true));
    });
    await peer.setLocalDescription();
    await gathered;
    if (peer.localDescription) socket.send({ kind: 'signal', signal: peer.localDescription.toJSON() });
  }
  async function signalled(message: PeerMessage) {
    if (message.kind === 'start' && initiates && !described) await describe();
    if (message.kind !== 'signal') return;
    await peer.setRemoteDescription(message.signal);
    if (message.signal.type === 'offer') await describe();
  }
  // Until the other page is there to hear it.
  const calling = initiates ? undefined : setInterval(() => socket.send({ kind: 'start' }), 200);
  await opened;
  clearInterval(calling);
  return { send: (message) => channel.send(JSON.stringify(message)) };
}
