import { recordingModes, type RecordingRule } from '../../../../shared/session/recording-rule.ts';
import { SelectField } from '../fields/select-field.tsx';
import { Tick } from '../fields/tick.tsx';
import { t } from '../say.ts';

interface Props {
  /** Whose rule it is. */
  label: string;
  name: string;
  rule: RecordingRule;
  onChange: (rule: RecordingRule) => void;
}

/** What is recorded there; of an automatic recording also what a no means. */
export function RuleField({ label, name, rule, onChange }: Props) {
  return (
    <>
      <SelectField
        label={label}
        name={name}
        value={rule.mode}
        options={recordingModes.map((mode) => [mode, t(`recordings.${mode}`)] as const)}
        onChange={(mode) => onChange({ ...rule, mode })}
      />
      {rule.mode === 'automatic' && (
        <Tick
          label={t('recordings.mayRefuse')}
          hint={t(rule.customerMayRefuse ? 'recordings.mayRefuseYes' : 'recordings.mayRefuseNo')}
          name={`${name}-refuse`}
          isOn={rule.customerMayRefuse}
          onChange={(customerMayRefuse) => onChange({ ...rule, customerMayRefuse })}
        />
      )}
    </>
  );
}
