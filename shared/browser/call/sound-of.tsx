import { useEffect, useMemo } from 'preact/hooks';

interface Props {
  stream: MediaStream;
  /** Where it is played; undefined: where the system plays. */
  speaker: string | undefined;
}

/** What somebody in the call says: nothing to look at. It may sound at once, for who is in a call has clicked to be. */
export function SoundOf({ stream, speaker }: Props) {
  const audio = useMemo(() => new Audio(), []);
  useEffect(() => {
    audio.srcObject = stream;
    // Cut off by the next stream, or by the end of the call.
    void audio.play().catch(() => undefined);
    return () => {
      audio.srcObject = null;
    };
  }, [stream]);
  useEffect(() => {
    // A speaker that has gone: the sound stays where it is.
    if (speaker !== undefined && 'setSinkId' in audio) void audio.setSinkId(speaker).catch(() => undefined);
  }, [speaker]);
  return null;
}
