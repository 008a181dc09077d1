/** Chromium's, in windows; the specification has it in workers only, and Firefox has none. */
type Processor = new (options: { track: MediaStreamTrack; maxBufferSize: number }) => {
  readable: ReadableStream<VideoFrame>;
};

/** The newest frames of a picture, until the signal aborts; null where a browser does not give them. */
export function framesOf(stream: MediaStream, until: AbortSignal): ReadableStream<VideoFrame> | null {
  const { MediaStreamTrackProcessor: FrameSource } = globalThis as { MediaStreamTrackProcessor?: Processor };
  const track = stream.getVideoTracks()[0];
  if (!FrameSource || !track) return null;
  // Of its own: what is sent as video is left as it is.
  const own = track.clone();
  until.addEventListener('abort', () => own.stop());
  return new FrameSource({ track: own, maxBufferSize: 1 }).readable;
}
