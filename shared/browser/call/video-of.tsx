import { useEffect, useRef } from 'preact/hooks';

interface Props {
  stream: MediaStream;
  label: string;
  /** As people know themselves. */
  mirrored?: boolean;
}

/** A moving picture without its sound. */
export function VideoOf({ stream, label, mirrored = false }: Props) {
  const video = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    if (video.current) video.current.srcObject = stream;
  }, [stream]);
  return (
    <video
      ref={video}
      class={`call-video ${mirrored ? 'is-mirrored' : ''}`}
      aria-label={label}
      muted
      autoPlay
      playsInline
    />
  );
}
