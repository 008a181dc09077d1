const bars = 2_048;

/** How loud a track is now, 0 to 1, and how to stop listening. Without a gesture the browser lets nobody listen: 0. */
export function listenLevel(track: MediaStreamTrack): { level(): number; stop(): void } {
  const context = new AudioContext();
  void context.resume().catch(() => undefined);
  const source = context.createMediaStreamSource(new MediaStream([track]));
  const analyser = new AnalyserNode(context, { fftSize: bars });
  source.connect(analyser);
  const samples = new Float32Array(bars);
  return {
    level() {
      analyser.getFloatTimeDomainData(samples);
      return Math.sqrt(samples.reduce((sum, sample) => sum + sample * sample, 0) / bars);
    },
    stop() {
      source.disconnect();
      void context.close();
    },
  };
}
