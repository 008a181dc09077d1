const notch = 120;

/** Gathers small movements of a wheel or a touchpad into whole notches, which is all that systems can be given. */
export function createWheel() {
  let [right, down] = [0, 0];
  const gather = (before: number, delta: number) => (Math.sign(before) === -Math.sign(delta) ? 0 : before) + delta;
  return (dx: number, dy: number): { right: number; down: number } => {
    right = gather(right, dx);
    down = gather(down, dy);
    // `|| 0`: not the zero below zero.
    const notches = { right: Math.trunc(right / notch) || 0, down: Math.trunc(down / notch) || 0 };
    right -= notches.right * notch;
    down -= notches.down * notch;
    return notches;
  };
}
