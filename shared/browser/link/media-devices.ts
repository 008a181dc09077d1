/** Browsers have none on pages that did not come by https. */
export const mediaDevices = (): MediaDevices | undefined => navigator.mediaDevices as MediaDevices | undefined;
