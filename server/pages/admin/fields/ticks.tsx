import type { Signal } from '@preact/signals';
import { Tick } from './tick.tsx';

interface Props<T extends string> {
  all: readonly T[];
  chosen: Signal<readonly T[]>;
  labelOf: (one: T) => string;
  /** Each field is called by it and its own word. */
  name: string;
}

/** Several of a list. */
export function Ticks<T extends string>({ all, chosen, labelOf, name }: Props<T>) {
  return all.map((one) => (
    <Tick
      key={one}
      name={`${name}-${one}`}
      label={labelOf(one)}
      isOn={chosen.value.includes(one)}
      onChange={(isOn) =>
        (chosen.value = isOn ? [...chosen.value, one] : chosen.value.filter((other) => other !== one))
      }
    />
  ));
}
