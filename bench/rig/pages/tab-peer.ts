import { openWire } from './wire.ts';

export interface TabPeer {
  peer: RTCPeerConnection;
  offer(): Promise<void>;
}

interface Signal {
  description?: RTCSessionDescriptionInit | null;
  candidate?: RTCIceCandidateInit;
}

/** WebRTC as a browser has it by default; only the way for its signals is ours. */
export async function openTabPeer(side: 'customer' | 'host'): Promise<TabPeer> {
  const socket = await openWire('tab', side);
  const peer = new RTCPeerConnection();
  const say = (signal: Signal) => socket.send(JSON.stringify(signal));
  peer.addEventListener('icecandidate', ({ candidate }) => candidate && say({ candidate: candidate.toJSON() }));
  const tell = async (made: RTCSessionDescriptionInit) => {
    await peer.setLocalDescription(made);
    say({ description: peer.localDescription });
  };
  socket.addEventListener('message', ({ data }: MessageEvent<string>) => {
    const { description, candidate } = JSON.parse(data) as Signal;
    if (candidate) return void peer.addIceCandidate(candidate);
    if (description) void peer.setRemoteDescription(description).then(answer);
  });
  async function answer() {
    if (peer.signalingState === 'have-remote-offer') await tell(await peer.createAnswer());
  }
  return { peer, offer: async () => tell(await peer.createOffer()) };
}
