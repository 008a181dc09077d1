/** The same small work again and again; how long it took, in ms. A twentieth of a core. */
const everyMs = 200;
/** Some milliseconds: Firefox's clock knows no smaller part than one. */
const rounds = 2_500_000;

function work(): number {
  let sum = 0;
  for (let at = 0; at < rounds; at++) sum = (sum + at * 31) % 65_521;
  return sum;
}
// Before it is compiled well it would be slow by itself.
for (let at = 0; at < 5; at++) work();
setInterval(() => {
  const before = performance.now();
  const sum = work();
  self.postMessage({ ms: performance.now() - before, sum });
}, everyMs);
