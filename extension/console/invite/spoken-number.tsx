import { formatSessionNumber } from '../../../shared/protocol/session-number.ts';

/** Nine digits as they are read aloud: three, three and three. */
export function SpokenNumber({ digits }: { digits: string }) {
  const groups = formatSessionNumber(digits).split(' ');
  return (
    <span class="number spoken" data-session-number={digits}>
      {groups.map((group, index) => (
        <>
          {index > 0 && ' '}
          <span>{group}</span>
        </>
      ))}
    </span>
  );
}
