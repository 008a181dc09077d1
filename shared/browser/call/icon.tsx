/** Paths on a field of 24 × 24. */
const shapes = {
  phone: 'M5 4h4l2 5-2.5 1.5a11 11 0 0 0 5 5L15 13l5 2v4a1 1 0 0 1-1 1A16 16 0 0 1 4 5a1 1 0 0 1 1-1Z',
  hangUp: 'M3 14.5c5-5 13-5 18 0l-2.2 2.6-3.8-1.6v-2.7a12 12 0 0 0-6 0v2.7l-3.8 1.6Z',
  microphone: 'M12 4a2.5 2.5 0 0 0-2.5 2.5v5a2.5 2.5 0 0 0 5 0v-5A2.5 2.5 0 0 0 12 4ZM6 11a6 6 0 0 0 12 0M12 17v3',
  muted:
    'M9.5 9.5v2a2.5 2.5 0 0 0 3.7 2.2M14.5 10V6.5a2.5 2.5 0 0 0-4.7-1.2M6 11a6 6 0 0 0 9.2 5M18 11a6 6 0 0 1-.5 2.3M12 17v3M4 4l16 16',
  camera: 'M4 7h10v10H4ZM14 11l6-3.5v9L14 13',
  cameraOff: 'M7.5 7H14v6.5M14 17H4V7M14 11l6-3.5v9L16.5 14.5M4 4l16 16',
  speaking: 'M5 10v4M9 7v10M13 9v6M17 5v14M21 10v4',
  devices: 'M4 7h9M17 7h3M4 17h3M11 17h9M15 5v4M9 15v4',
  larger: 'M14 5h5v5M19 5l-6 6M10 19H5v-5M5 19l6-6',
} as const;

/** For the eye only: what it means stands beside it, or in the label around it. */
export function Icon({ shape }: { shape: keyof typeof shapes }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d={shapes[shape]} />
    </svg>
  );
}
