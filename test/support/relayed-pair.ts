export interface RelayedPair {
  echoed: string;
  /** Pictures of the video that differ. */
  pictures: number;
  /** Of the pair in use: types of both candidates, and how this side reaches its TURN server. */
  types: (string | undefined)[];
  protocol: string | undefined;
  /** All that were told to the other side. */
  candidates: string[];
}

/** Runs in a page: two peers of two participants, with a data channel and a moving picture between them. */
export async function relayedPair(configurations: RTCConfiguration[]): Promise<RelayedPair> {
  const [one, other] = configurations.map((configuration) => new RTCPeerConnection(configuration));
  if (!one || !other) throw new Error('Two are needed.');
  const candidates: string[] = [];
  for (const [from, to] of [
    [one, other],
    [other, one],
  ] as const) {
    from.addEventListener('icecandidate', ({ candidate }) => {
      if (!candidate?.candidate) return;
      candidates.push(candidate.candidate);
      void to.addIceCandidate(candidate);
    });
  }

  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d');
  let step = 0;
  const drawing = setInterval(() => {
    step += 1;
    if (!context) return;
    context.fillStyle = `hsl(${(step * 37) % 360} 90% 50%)`;
    context.fillRect(0, 0, 320, 240);
  }, 40);
  for (const track of canvas.captureStream(25).getTracks()) one.addTrack(track);
  const video = document.createElement('video');
  video.muted = true;
  other.addEventListener('track', ({ track }) => {
    video.srcObject = new MediaStream([track]);
    void video.play();
  });

  const channel = one.createDataChannel('text');
  other.addEventListener('datachannel', ({ channel: far }) => {
    far.addEventListener('message', ({ data }: MessageEvent<string>) => far.send(`${data} back`));
  });
  const echoed = new Promise<string>((resolve, reject) => {
    setTimeout(() => reject(new Error(`No way through: ${one.iceConnectionState}, ${candidates.join()}`)), 15_000);
    channel.addEventListener('open', () => channel.send('there and'));
    channel.addEventListener('message', ({ data }: MessageEvent<string>) => resolve(data));
  });

  await one.setLocalDescription();
  if (one.localDescription) await other.setRemoteDescription(one.localDescription);
  await other.setLocalDescription();
  if (other.localDescription) await one.setRemoteDescription(other.localDescription);
  const answer = await echoed;

  const seen = new Set<string>();
  const look = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const until = performance.now() + 10_000;
  while (seen.size < 6 && performance.now() < until) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    if (!look || video.videoWidth === 0) continue;
    look.drawImage(video, 0, 0, 8, 8);
    seen.add(look.getImageData(2, 2, 2, 2).data.join());
  }

  const stats = [...(await one.getStats()).values()] as Record<string, string | boolean | undefined>[];
  const pair = stats.find(
    ({ type, nominated, state }) => type === 'candidate-pair' && nominated && state === 'succeeded',
  );
  const named = (id: unknown) => stats.find((stat) => stat['id'] === id);
  const [local, remote] = [named(pair?.['localCandidateId']), named(pair?.['remoteCandidateId'])];
  clearInterval(drawing);
  one.close();
  other.close();
  return {
    echoed: answer,
    pictures: seen.size,
    types: [local, remote].map((stat) => stat?.['candidateType'] as string | undefined),
    protocol: local?.['relayProtocol'] as string | undefined,
    candidates,
  };
}
