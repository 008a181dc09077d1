/** Chromium's, in windows; Firefox has none. */
type Processor = new (options: { track: MediaStreamTrack; maxBufferSize: number }) => {
  readable: ReadableStream<VideoFrame>;
};

/** The newest frames of a picture, until the signal aborts; null where a browser does not give them so. */
export function framesOf(stream: MediaStream, until: AbortSignal): ReadableStream<VideoFrame> | null {
  const { MediaStreamTrackProcessor: FrameSource } = globalThis as { MediaStreamTrackProcessor?: Processor };
  const track = stream.getVideoTracks()[0];
  if (!FrameSource || !track) return null;
  // Of its own: what is sent as video is left as it is.
  const own = track.clone();
  until.addEventListener('abort', () => own.stop());
  return new FrameSource({ track: own, maxBufferSize: 1 }).readable;
}

/** Each frame as a video shows it, until the signal aborts. The handler closes it. */
export function eachFrameOf(stream: MediaStream, until: AbortSignal, onFrame: (frame: VideoFrame) => void): void {
  const video = document.createElement('video');
  const next = () => {
    video.requestVideoFrameCallback((time) => {
      if (until.aborted) return;
      onFrame(new VideoFrame(video, { timestamp: time * 1_000 }));
      next();
    });
  };
  video.muted = true;
  video.srcObject = stream;
  until.addEventListener('abort', () => (video.srcObject = null));
  next();
  // Stopped before it has begun.
  void video.play().catch(() => undefined);
}
