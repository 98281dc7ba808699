// What the module's types allow and what they refuse. types.test.mjs compiles it; it never runs.

import { check, convert, explainField, generate } from '../../dist/module/taskdef.js';
import type { Change, Checked, Conversion, Failure, Finding, Generated } from '../../dist/module/taskdef.js';

/** A script that uses everything. */
export function use(pasted: string, bytes: Uint8Array): string[] {
  const conversion: Conversion = convert(pasted, {
    lang: 'ja',
    noRepair: true,
    showValues: false,
    cpu: '512',
    memory: '1 GB',
    family: 'batch',
    taskRoleArn: '',
    executionRoleArn: 'arn:aws:iam::111122223333:role/execution',
    images: [{ value: 'app:1' }, { container: 'app', value: 'app:1' }],
    environment: [{ name: 'MODE', value: 'daily' }, { container: 'app', name: 'OLD' }],
    secrets: [{ name: 'TOKEN', value: '/app/token' }],
    commands: [{ value: ['run', '--now'] }, { container: 'app', value: [] }],
    environmentFiles: [{ value: 'arn:aws:s3:::files/app.env' }],
    logDrivers: [{ container: 'app', value: 'awslogs' }],
    logOptions: [{ name: 'awslogs-group', value: '/ecs/app' }],
    dockerLabels: [{ name: 'team', value: '' }, { name: 'old' }],
    containerCpus: [{ value: 256 }],
    tags: [{ name: 'team', value: 'data' }, { name: 'old' }],
  });
  if ('error' in conversion) return refused(conversion);
  const { result, report } = conversion;
  const changes = report.changes.map(({ kind, at, line }: Change) => `${kind} ${at ?? ''} ${line ?? ''}`);

  const checked: Checked | Failure = check(bytes, { lang: 'en', asIs: true });
  if ('error' in checked) return refused(checked);
  const findings = checked.findings.map(({ severity, end, fix }: Finding) =>
    [severity, end?.columnUtf16, fix?.edits[0]?.start.line].join(),
  );

  const made: Generated | Failure = generate(result, 'policy', { for: 'batch', services: ['worker'] });
  if ('error' in made) return refused(made);
  const meanings = explainField('cpu=512', { lang: 'ja' }).map(({ path, text, words, valueMeaning }) =>
    [path, text, words?.[0]?.text, valueMeaning].join(),
  );
  return [...changes, ...findings, made.name, made.text, ...made.notes, ...meanings];
}

function refused({ version, error: { id, message, column = 1 } }: Failure): string[] {
  return [`${version} ${id} ${message} ${column}`];
}

/** Each call has one fault. */
export function misuse(): void {
  // @ts-expect-error a number is not a text
  convert(42);
  // @ts-expect-error there is no such language
  convert('{}', { lang: 'fr' });
  // @ts-expect-error there is no such option
  convert('{}', { langauge: 'en' });
  // @ts-expect-error a tag has a name, not a key
  convert('{}', { tags: [{ key: 'team' }] });
  // @ts-expect-error a list, not a text
  convert('{}', { tags: 'team' });
  // @ts-expect-error an image has a value
  convert('{}', { images: [{ container: 'app' }] });
  // @ts-expect-error a container's size is a number
  convert('{}', { containerCpus: [{ value: '256' }] });
  // @ts-expect-error a boolean
  convert('{}', { noRepair: 'yes' });
  // @ts-expect-error a value stands behind the field
  explainField('cpu', { value: '512' });
  // @ts-expect-error check makes no edits
  check('{}', { cpu: '512' });
  // @ts-expect-error there is no such file
  generate('{}', 'dockerfile');
  // @ts-expect-error an appspec takes no cluster
  generate('{}', 'appspec', { cluster: 'jobs' });
  // @ts-expect-error a policy is JSON, or in a template
  generate('{}', 'policy', { format: 'yaml' });
  // @ts-expect-error the result may be missing
  convert('{}').result;
}
