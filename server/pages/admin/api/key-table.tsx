import { ConfirmButton } from '../../../../shared/browser/ui/confirm-button.tsx';
import type { ApiKey } from '../../../../shared/protocol/api-keys.ts';
import { dateAndTime } from '../moment.ts';
import { t } from '../say.ts';

/** All keys that were ever made. */
export function KeyTable({ keys, revoke }: { keys: readonly ApiKey[]; revoke: (keyId: string) => void }) {
  if (keys.length === 0) return <p class="hint">{t('keys.none')}</p>;
  return (
    <div class="scrolls">
      <table class="figures words">
        <thead>
          <tr>
            <th scope="col">{t('keys.name')}</th>
            <th scope="col">{t('keys.scopes')}</th>
            <th scope="col">{t('keys.made')}</th>
            <th scope="col">{t('keys.used')}</th>
            <th scope="col">
              <span class="visually-hidden">{t('keys.revoke')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {keys.map(({ keyId, name, scopes, madeBy, madeAt, usedAt, revokedAt }) => (
            <tr key={keyId}>
              <th scope="row">{name}</th>
              <td>
                <span class="row">
                  {scopes.map((scope) => (
                    <code key={scope} class="tag">
                      {scope}
                    </code>
                  ))}
                </span>
              </td>
              <td>
                {dateAndTime(madeAt)}
                <br />
                <span class="hint">{madeBy}</span>
              </td>
              <td>{usedAt === null ? t('keys.never') : dateAndTime(usedAt)}</td>
              <td>
                {revokedAt === null ? (
                  <ConfirmButton
                    class="quiet"
                    label={t('keys.revoke')}
                    title={t('keys.revokeTitle', { name })}
                    text={t('keys.revokeText')}
                    onConfirm={() => revoke(keyId)}
                  />
                ) : (
                  <span class="tag">{t('keys.revoked')}</span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
