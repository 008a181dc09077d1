import { useEffect, useRef } from 'preact/hooks';

interface Props {
  stream: MediaStream;
  /** Where it is played; undefined: where the system plays. */
  speaker: string | undefined;
}

/** What somebody in the call says. It may sound at once: who is in a call has clicked to be. */
export function SoundOf({ stream, speaker }: Props) {
  const audio = useRef<HTMLAudioElement>(null);
  useEffect(() => {
    if (audio.current) audio.current.srcObject = stream;
  }, [stream]);
  useEffect(() => {
    const element = audio.current;
    if (!element || speaker === undefined || !('setSinkId' in element)) return;
    // A speaker that has gone: the sound stays where it is.
    void element.setSinkId(speaker).catch(() => undefined);
  }, [speaker, stream]);
  return <audio ref={audio} autoPlay />;
}
