// Prints what cdk-nag finds in CloudFormation templates: {"FILE": ["RULE", …], …}.
//
//     node nag.mjs FILE...
//
// Both packs with rules about task definitions are asked: AWS Solutions and NIST 800-53 Revision 5.

import { App, Stack } from 'aws-cdk-lib';
import { CfnInclude } from 'aws-cdk-lib/cloudformation-include';
import { AwsSolutionsChecks, NIST80053R5Checks } from 'cdk-nag';

const found = {};
for (const file of process.argv.slice(2)) {
  const stack = new Stack(new App(), 'Stack');
  new CfnInclude(stack, 'Template', { templateFile: file });
  const packs = [new AwsSolutionsChecks(stack), new NIST80053R5Checks(stack)];
  const violations = packs.flatMap((pack) => pack.validateScope(stack).violations);
  found[file] = [...new Set(violations.map((violation) => violation.ruleName))].sort();
}
console.log(JSON.stringify(found));
