/** What may be said after the names of the benchmarks; each takes what concerns it. */
export interface BenchOptions {
  /** Only pages (fidelity) or suites (mirror, screen) whose name matches. */
  only?: RegExp;
  /** Only this pair: CUSTOMER-HOST, such as `chromium-firefox`. */
  pair?: string;
  /** With the real extension and relay, on fewer pages. */
  real: boolean;
}
