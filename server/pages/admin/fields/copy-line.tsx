import { CopyButton } from '../../../../shared/browser/ui/copy-button.tsx';

/** Something to take elsewhere, as it is, with a button that copies it. */
export function CopyLine({ label, text }: { label: string; text: string }) {
  return (
    <div class="field">
      <h3>{label}</h3>
      <div class="copy-line">
        <code>{text}</code>
        <CopyButton text={text} label={label} />
      </div>
    </div>
  );
}
